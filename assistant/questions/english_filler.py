"""English words that say nothing of what is asked about."""

from __future__ import annotations

ENGLISH_FILLER = frozenset(
    """he she him his her doing along among position spot slot admit admits admitted acknowledge
    acknowledges concede concedes supposed go goes going altogether together please concrete
    roughly approximately a an the of in on at to for by with from into per and or as is are
    was were be been being am it its this that these those there here what which who whom
    whose when where why how much many long large big high fast far does do did done has
    have had will would shall should can could may might must if whether not no any some all
    each both more most other than then so such only just also tell me us i we you they
    their them our your report reports reported reporting according say says said state
    states stated mention mentioned mentions give gives given gave year years annual
    annually yearly during over about around between after before since until year's
    county's city's government work figure figures number numbers value values amount rate
    rates level levels total totals overall percent percentage data actual actually exact
    exactly precise target targets targeted goal goals aim aims aimed aiming plan plans
    planned planning expected expect expects projected set achieve achieved achieving reach
    reached come came stand stood get got grow growth grew grown growing increase increased
    increases rise rose fall fell risen decline declined decrease decreased drop dropped
    shrink shrank shrunk change changed up down last next previous compared compare
    comparison versus vs against result results out kind kinds part regard regarding terms
    term really true correct right claim claims take taken taking place make made making
    want wants know does't local area specific hoped-for hoped end floor kilometres
    kilometers km metres meters tonnes tons hectares landed billion million thousand hundred
    dozen above below beyond now already every isn't wasn't weren't aren't don't didn't
    doesn't won't hasn't haven't worth official officially banking main key major there's
    what's how's let list name describe summarize summarise outline faster slower quicker
    sooner higher bigger larger smaller things thing anything something yuan rmb money one
    two else ever yet still comparing manage managed hit post posted log logged clock
    clocked register registered pencilled penciled points point pp percentage-point ceiling
    cap little outturn promise promised promises county- numerical wording confirm relative
    amounted totalled totaled region regional measures measure steps step actions action
    policies policy initiatives initiative projects' arrangements arrangement priorities
    priority involved include included includes including used using scheduled slated
    earmarked intended intends intend due meant ought need needs needed minimum maximum
    least combined aggregate latest current currently getting gets extra further additional
    under put length respectively average means mean rank ranks ranked ranking rankings
    share proportion portion behind less fewer own lower greater whole seem seems seemed
    edition editions happens happen happened happening closely through throughout within
    without across amongst upon onto toward towards via despite plus besides beside although
    though while whilst whereas unless because but nor either neither rather quite almost
    nearly instead indeed however moreover furthermore meanwhile therefore thus hence
    otherwise anyway maybe perhaps probably possibly certainly surely clearly obviously
    apparently simply merely barely hardly basically literally honestly frankly formally
    itself himself herself themselves ourselves myself yourself someone somebody anyone
    anybody everyone everybody nobody none nothing everything ones others another same
    whatever whichever whoever whenever wherever somewhere anywhere everywhere elsewhere
    somehow sometimes often usually always never again too very away ago alone aside even
    cent went gone became begun began ran so-called today date dates year-end fastest
    slowest quickest mu mw gw kwh gwh size volume tally headcount single met beat beats
    outpace outpaced outpaces outstrip outstripped surpass surpassed okay yeah hello thank
    thanks sorry hoping hope hopes wonder wondering heard hear told i'd i'm i've you've
    originally initially shooting shoot
    we've they've he's she's it's that's who's where's when's i.e e.g""".split()
)
