// Runs once, when the source panel is there. Links to places in a report (#read=ID:START:END)
// may stand anywhere on the page; this opens them in the panel, and shows the tips of a check.
const chosen = new URLSearchParams(location.search).get('lang');
if (chosen) document.documentElement.lang = chosen.startsWith('zh') ? 'zh-CN' : 'en';

let opener = null; // the link that was followed, to which "back" returns
let followed = false; // whether a link was; a table keeps the focus, for the arrow keys
const chatting = () => Boolean(document.querySelector('#chat')?.offsetParent);
const narrow = () => matchMedia('(max-width: 860px)').matches;
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const behavior = () => (still() ? 'auto' : 'smooth');

function scrollWithin(target) {
  const box = element.querySelector('.text');
  if (!box || !target) return;
  const offset = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTop += offset - box.clientHeight / 4;
}

function showMark() {
  const mark = element.querySelector('mark');
  if (!mark) return;
  scrollWithin(mark);
  // An answer opens its source by itself, and is to be read first.
  const calm = chatting() && !followed;
  if (narrow() && !calm) element.scrollIntoView({ block: 'start', behavior: behavior() });
  if (followed) mark.focus({ preventScroll: true });
  followed = false;
}
watch('value', showMark);

const tip = document.createElement('div');
tip.className = 'floating-tip';
tip.setAttribute('role', 'tooltip');
tip.hidden = true;
document.body.append(tip);
function showTip(check) {
  tip.replaceChildren(...check.querySelector('.tip').cloneNode(true).childNodes);
  tip.hidden = false;
  const at = check.getClientRects()[0] || check.getBoundingClientRect();
  const left = Math.min(at.left, innerWidth - tip.offsetWidth - 8);
  const above = at.top - tip.offsetHeight - 6;
  tip.style.left = Math.max(8, left) + 'px';
  tip.style.top = (above > 0 ? above : at.bottom + 6) + 'px';
}

function hideTip() {
  tip.hidden = true;
}

const checkOf = (event) => event.target.closest && event.target.closest('a.check');
// A finger sends mouse events too, after its own; only a mouse hovers.
const hovering = (event) => event.pointerType === 'mouse' && checkOf(event);
document.addEventListener('pointerover', (event) => (hovering(event) ? showTip(checkOf(event)) : 0));
document.addEventListener('pointerout', (event) => (hovering(event) ? hideTip() : 0));
document.addEventListener('focusin', (event) => (checkOf(event) ? showTip(checkOf(event)) : 0));
document.addEventListener('focusout', (event) => (checkOf(event) ? hideTip() : 0));
document.addEventListener('scroll', hideTip, true);

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No clipboard outside https and localhost: the older way still works there.
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

async function onCopy(button) {
  const label = button.textContent;
  const hidden = button.parentElement.querySelector('.copy-text').cloneNode(true);
  hidden.querySelectorAll('br').forEach((line) => line.replaceWith('\n'));
  await copy(hidden.textContent);
  button.textContent = zh() ? '已复制 ✓' : 'Copied ✓';
  setTimeout(() => (button.textContent = label), 1600);
}

function goBack() {
  if (opener && opener.isConnected) {
    opener.focus();
    opener.scrollIntoView({ block: 'center', behavior: behavior() });
  } else if (narrow()) {
    scrollTo({ top: 0, behavior: behavior() });
  }
}

// Another language without loading the page anew, which would lose the conversation.
function switchTo(language) {
  const address = new URL(location.href);
  address.searchParams.set('lang', language);
  history.replaceState(history.state, '', address);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  trigger('language', { place: element.querySelector('article')?.dataset.place || '' });
}

let tapped = null;
let pressed = ''; // what a finger or pen was used for, since those can't hover
document.addEventListener('pointerdown', (event) => (pressed = event.pointerType), true);
document.addEventListener('click', (event) => {
  const at = event.target.closest ? event.target : null;
  if (!at) return;
  const other = at.closest('#head a[lang]');
  if (other) {
    event.preventDefault();
    return switchTo(other.lang);
  }
  const button = at.closest('button.copy');
  if (button) return void onCopy(button);
  if (at.closest('button.back')) return goBack();
  const link = at.closest('a[href^="#"]');
  if (!link) return;
  const href = link.getAttribute('href');
  const touched = event.detail > 0 && pressed !== 'mouse';
  if (href === '#check' || href.startsWith('#read=') || href.startsWith('#at-')) {
    event.preventDefault();
  }
  if (link.matches('a.check') && touched && tapped !== link) {
    // The first tap shows what a mouse would see by hovering, the second opens the passage.
    tapped = link;
    return showTip(link);
  }
  if (href.startsWith('#read=')) {
    opener = link;
    followed = true;
    hideTip();
    // A place that is open already changes nothing in the panel, which would not be told.
    if (element.querySelector('article')?.dataset.place === href) return showMark();
    trigger('open', { place: href });
  } else if (href.startsWith('#at-')) {
    scrollWithin(element.querySelector('[id="' + href.slice(1) + '"]'));
    if (narrow()) element.querySelector('details.outline').open = false;
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  hideTip();
  if (element.contains(document.activeElement)) goBack();
});

// The chat names its messages by their HTML, which a screen reader would spell out, and its
// buttons not at all.
const zh = () => document.documentElement.lang.startsWith('zh');
function nameParts() {
  document.querySelectorAll('#chat [aria-label*="<"]').forEach((one) => {
    one.removeAttribute('aria-label');
  });
  const [send, stop] = zh() ? ['发送', '停止'] : ['Send', 'Stop'];
  document.querySelector('#question .submit-button')?.setAttribute('aria-label', send);
  document.querySelector('#question .stop-button')?.setAttribute('aria-label', stop);
}
new MutationObserver(nameParts).observe(document.body, { childList: true, subtree: true });
nameParts();
