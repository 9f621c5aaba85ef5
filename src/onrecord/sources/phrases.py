"""Phrases that fill a whole line of a page's furniture. To teach a new one, add it to the table of its kind.

Each pattern is matched with a whole line in small letters, with single spaces, straight quotes and no marks around it.
"""

from enum import Enum


class Reach(Enum):
    """How far a piece of furniture reaches."""

    LINE = "this line only"
    EDGE = "this line, but only before the first or after the last paragraph"
    BLOCK = "this line and the headlines and dates that follow"
    END = "this line and all that follows"


_NETWORKS = (
    r"facebook|fb|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|tumblr|pocket|skype|messenger|line|viber|vk|"
    r"vkontakte|weibo|wechat|instagram|youtube|tiktok|flipboard|threads|bluesky|mastodon|kakao ?talk|naver|odnoklassniki|"
    r"xing|mix|digg|stumbleupon|blogger|google\+?|google plus|google news|snapchat|flickr|soundcloud|rss|sms|e-?mail|mail|"
    r"print|tweet|pin|pin it|share|like|copy|copy link|link|url|save|bookmark|more|comments?|follow|send|close|embed"
)
_GLUE = r"this|article|story|page|post|via|on|to|with|by|in|your|friends?|a|an|and|or|&|the|us|shares?|\d+|now|opens|new|window"
_SECTIONS = (
    r"home|news|world|world news|national|nation|local|politics|business|economy|markets|money|finance|sports?|opinions?|"
    r"editorials?|columns?|columnists|analysis|features?|culture|arts?|entertainment|lifestyle|life|health|science|"
    r"technology|tech|environment|climate|education|travel|food|fashion|weather|video|videos|photos?|pictures|"
    r"galler(?:y|ies)|multimedia|podcasts?|audio|radio|tv|live|live tv|asia|asia pacific|africa|europe|americas|america|"
    r"middle east|mena|international|global|regional|region|south asia|southeast asia|east asia|north america|latin america|"
    r"oceania|press releases?|statements?|reports?|publications|countries|topics?|issues|human rights|crime|courts?|"
    r"security|defen[cs]e|diplomacy|society|religion|women|youth|events?|magazine|archives?|blogs?|special reports?|"
    r"investigations?|explainers?|fact[- ]check|breaking|breaking news|headlines|latest|exclusives?|letters|obituaries|"
    r"classifieds?|jobs|property|motoring|cars|games|puzzles|crosswords?|horoscopes?|e-?paper|today's paper|print edition|"
    r"mobile|apps?|advertise|subscribe|donate|about|contact|login|more|all|english|français|español|deutsch|"
    r"bahasa indonesia|العربية|中文|日本語|한국어|русский|get involved|take action|what we do|who we are|our work|resources|library|"
    r"shop|store|search|menu"
)
WHOLE: tuple[tuple[str, Reach, str], ...] = (
    (
        "share links",
        Reach.LINE,
        rf"(?:{_NETWORKS})(?:[\s,/|·:+-]+(?:{_NETWORKS}|{_GLUE}))*",
    ),
    (
        "share links",
        Reach.LINE,
        r"(?:kindly |please )?"
        r"(?:share|spread|tweet|e-?mail|print|send|save|bookmark|forward|recommend|gift) (?:this|the|full|to|with|on|by|via)\b.{0,60}|"
        r"send to a friend|e-?mail to a friend|tell a friend|print(?:able|er)?(?:[- ]friendly)? (?:version|page|this page)|"
        r"share\W*\d*|\d+ ?shares?|shares?:? ?\d+|like this|like loading\.*|like (?:this )?loading.*|giftoutline.*|"
        r"gift (?:this )?article|sharing|social sharing|social media|text size.*|font size.*|a a a|a\+ ?a-?|listen|"
        r"share (?:full )?article|share news|sha?re your (?:thoughts|views).*|reddit .{0,20}|"
        r"(?:whatsapp|facebook|twitter) (?:icon|logo|channel)",
    ),
    (
        "follow prompt",
        Reach.LINE,
        r"(?:follow|connect with|find|join|like|watch|visit) (?:us|me)\b.{0,80}|"
        r"stay (?:connected|in touch|updated|informed|tuned)\b.{0,60}|get in touch|"
        r"join (?:our|the) (?:\w+ ){0,3}(?:channel|group|community|newsletter|conversation|discussion)\b.{0,40}|"
        r"our social media|social(?: networks?| links?)?|"
        r"follow .{2,60} on (?:twitter|facebook|instagram|x|linkedin|google news|whatsapp|telegram|social media|youtube)\b.{0,60}|"
        r"follow @?\w+|followers?:? ?[\d,.k]*",
    ),
    (
        "advert",
        Reach.LINE,
        r"(?:- ?)?(?:advertisements?|advertising|advertorial|adverts?|ads?|ad feedback|sponsored|sponsored (?:content|links?|"
        r"post|by .{2,40})|promoted(?: content| links| by .{2,30})?|promotion|paid (?:content|post|partnership)|partner content|"
        r"content from our partners?|publicité|publicidad|anzeige|reklama?|iklan|pubblicità)(?: \d+)?(?: ?-)?|"
        r"(?:story|article|content) continues (?:below|after).{0,40}|continue reading below.{0,40}|"
        r"scroll (?:down )?(?:to|for) (?:continue|read|more).{0,40}|"
        r"(?:advertisement|advertising|ad)\W+(?:scroll|skip|read more|story|article|continue|remove|report).{0,40}|"
        r"(?:remove|report|hide|skip) (?:this )?ads?|skip (?:advertisement|promotion|past .{2,60})|"
        r"after (?:the )?(?:newsletter )?promotion|why (?:am i seeing )?ads\??|advertise with us|your ad here|"
        r"placeholder while .{5,60}",
    ),
    (
        "newsletter prompt",
        Reach.BLOCK,
        r"(?:our |the |daily |weekly |free |e-?mail )?(?:e-?)?newsletters?(?: sign[- ]?up)?|subscriptions?|mailing list|"
        r"stay informed",
    ),
    (
        "newsletter prompt",
        Reach.LINE,
        r"(?:subscribe|sign[- ]?up|register|sign me up|unsubscribe|become a member|join now|get started|try it free|"
        r"start (?:your )?free trial)(?: (?:now|today|here|free|for free|to|with|for|and)\b.{0,80})?|"
        r"subscribe .{0,90}(?:updates?|newsletters?|preferences|channel|inbox|alerts?|notifications?|digital|premium)\b.{0,60}|"
        r"(?:enter |your )?(?:your )?e-?mail(?: address)?\W*|invalid e-?mail|thank you for (?:subscribing|signing up).{0,40}|"
        r"we have more newsletters|"
        r"get (?:the|our|all|your|breaking|daily|more|updates?|email|notified|news|top|latest)\b.{0,60}(?:inbox|newsletters?|"
        r"e-?mail|alerts?|notifications?|delivered|daily|app|updates?)\b.{0,40}|daily news ?letter.{0,80}|"
        r"deep knowledge, daily.{0,80}|(?:already a subscriber|not a subscriber|have an account|are you a robot)\W.{0,60}|"
        r"this (?:article|content|story) is (?:for|available to|reserved for|exclusive to) (?:\w+ )?(?:subscribers|members).{0,40}|"
        r"subscribers? only|premium(?: content)?|members only",
    ),
    (
        "related stories",
        Reach.BLOCK,
        r"(?:see|read|watch|listen|also|more|further|must|what to|you should|next)(?: to)?(?: also| more| next| read| reading|"
        r" watch| stories| news| videos| articles| coverage| on this(?: story| topic)?)|"
        r"(?:also|must|further|recommended|suggested|related|similar|popular|trending|latest|recent|top|more|most|other|"
        r"featured|further|associated|breaking|hot|selected|linked|previous|earlier|current|today's|in|new)(?: (?:for you|"
        r"read(?:ing)?s?|watch(?:ed)?|stor(?:y|ies)|articles?|news|posts?|content|contents|topics?|links?|coverage|headlines?|"
        r"videos?|galler(?:y|ies)|items?|reports?|documents|products|resources|publications|updates?|popular|viewed|commented|"
        r"shared|recent|trending|this week|today|depth|pictures|this section|from .{2,50}|on .{2,50}|in .{2,40}|about .{2,50}|"
        r"by .{2,40}|like this)){1,3}|related|recommended|trending|trending now|popular|featured|read next|up next|next up|"
        r"don'?t miss(?: .{2,40})?|in case you missed it|icymi|"
        r"you (?:may|might|could|will|should)(?: also| not)* (?:like|be interested in|enjoy|want to read|have missed|love|"
        r"miss).{0,50}|you should not miss.{0,60}|"
        r"(?:editor'?s?'?|our|staff|reader'?s?) ?(?:picks?|choice|recommendations?|favou?rites?)|recommended by.{0,30}|"
        r"(?:around|from|elsewhere on) (?:the|around the) web|from our partners|from the archives?|what others are reading|"
        r"people also (?:read|ask).*|readers also.*|(?:more )?from (?:this author|our network|around the web)|"
        r"also (?:in|on|from) .{2,40}|latest|the latest|most|taboola feed|by taboola|outbrain|promoted stories|"
        r"check out (?:the|our) (?:latest|other|more).{0,60}|explore more.{0,40}|discover more.{0,40}|keep reading|"
        r"further reading",
    ),
    (
        "tag list",
        Reach.BLOCK,
        r"(?:article |story |post |related )?(?:tags?|tagged|keywords?|key ?words|categor(?:y|ies)|filed under|topics?|labels?|"
        r"subjects?|hashtags?|sections?|in this (?:article|story)|topics? in this (?:article|story)|explore these topics|"
        r"more on these topics)",
    ),
    (
        "navigation",
        Reach.LINE,
        r"(?:main |primary |toggle |open |close |site |mobile |show |hide |side ?bar |section )?(?:menu|navigation|nav|search|"
        r"side ?bar|breadcrumbs?)(?: menu| bar| toggle| form| button| close)?|"
        r"skip to (?:the )?(?:main )?(?:content|navigation|footer|search).{0,20}|"
        r"(?:back|go|return|scroll)(?: back)? to (?:the )?(?:top|home|homepage|main|news|list|index|all .{2,20}|previous page).{0,20}|"
        r"home ?page|go back|back|top|next|prev(?:ious)?|"
        r"(?:next|previous|prev|older|newer) (?:article|post|story|page|entry|posts|stories|news|read|item)s?\W*.{0,20}|"
        r"(?:load|show|view|see|read|find|click for|explore|learn|discover)(?: \w+)? (?:more|all|less|full story|full article|"
        r"full text|gallery|comments)(?: \w+){0,3}|(?:loading|please wait)\W*|close(?: x| this| window| ad| menu)?|x close|"
        r"click here.{0,60}|click to .{2,40}|tap to .{2,40}|continue(?: reading(?: .{2,40})?| to (?:the )?(?:site|content|"
        r"article|next page))?|expand|collapse|"
        r"enlarge|(?:toggle|hide|show|view|see) caption|(?:page )?\d+ ?(?:of|/) ?\d+(?: (?:pages?|photos?|images?))?|"
        r"\d+(?:[ ,|]+\d+){2,}|slide ?show(?: ?\( ?\d+ images? ?\))?|play(?: video| audio)?|"
        r"watch(?: now| live| video| the video)?|live(?: tv| blog| updates?| now)?|"
        r"listen(?: now| live| to (?:this|the) (?:article|story|podcast|audio).{0,40})?|"
        r"(?:log|sign)[- ]?(?:in|out|on)(?: ?[/|] ?(?:register|sign[- ]?up|join|subscribe))?(?: to .{2,40})?|"
        r"my (?:account|profile|subscriptions?)|profile|account|settings|edition|change (?:edition|language|location).{0,30}|"
        r"select (?:language|edition|your .{2,30})|languages?|read full story|full story|read the full .{2,40}|"
        r"view (?:on|in|as) .{2,30}|download(?: (?:pdf|this|the|now|as|our|report)\b.{0,40})?|pdf|"
        r"open in (?:app|new window).{0,20}|view original|original url|source url|permalink|cite this|you are here|site ?map|"
        r"rss feeds?|contents?|table of contents|in this section|on this page|jump to .{2,30}|watch this video on .{2,20}|"
        r"see (?:full )?profile|view profile|all posts by .{2,40}|author archive",
    ),
    (
        "navigation",
        Reach.EDGE,
        rf"(?:{_SECTIONS})(?:[\s]*[>»›/|·•→:,]+[\s]*(?:{_SECTIONS}))*",
    ),
    (
        "app prompt",
        Reach.LINE,
        r"(?:download|get|install|try|use|open)(?: (?:our|the|this|on|in|it))?(?: \w+){0,3} apps?\b.{0,60}|"
        r"(?:\w+ ){0,4}(?:news|mobile|android|iphone|ios) apps?|"
        r"(?:available|get it|download) on (?:the )?(?:google play|app store|ios|android|apple).{0,40}|google play|app store|"
        r"scan the qr code.{0,60}|add .{2,30} as (?:a )?preferred source.{0,40}|add us on google",
    ),
    (
        "support prompt",
        Reach.LINE,
        r"(?:donate|contribute)(?: (?:now|today|here|to .{2,50}))?|"
        r"(?:support|help|fund) (?:us|our (?:work|journalism|reporting|mission|newsroom)|independent (?:journalism|media|news)|"
        r"quality journalism)(?: .{0,60})?|make a (?:donation|contribution).{0,40}|buy (?:me|us) a coffee|bitcoin donations?.*|"
        r"become a (?:member|supporter|patron|donor).{0,40}|and support our work.{0,40}",
    ),
    (
        "comments",
        Reach.END,
        r"about the authors?|authors|guest author|contributors?|author bio(?:graphy)?|"
        r"(?:\d+ |no |view |add |post |leave |write |show |read |see |all |your |load |hide |latest |"
        r"newest |oldest |top |"
        r"facebook |reader |user )+(?:a )?(?:comments?|repl(?:y|ies)|responses?|discussion)(?: \(\d+\))?(?: yet| here| below|"
        r" now| on .{2,60})?|comments? ?(?:\(\d+\)|\d+|closed|are closed.{0,30}|section|policy|off)|"
        r"leave (?:a|your) (?:reply|comment|response|thought)s?.{0,60}|cancel reply|"
        r"join the (?:conversation|discussion|debate).{0,40}|be the first to (?:comment|reply|share).{0,40}|"
        r"(?:what do you think|have your say|your (?:opinion|views|thoughts))\W*|discussion|disqus.{0,40}|powered by disqus|"
        r"about post author|post comment|sort by (?:newest|oldest|best|most .{2,15}).{0,20}|"
        r"report (?:this )?(?:comment|an? (?:error|typo|issue)).{0,40}",
    ),
    (
        "cookie notice",
        Reach.LINE,
        r"(?:accept|reject|allow|decline|manage|agree)(?: all| to all| and (?:close|continue))?(?: (?:optional )?(?:cookies?|"
        r"preferences|settings|consent|options))?|"
        r"(?:cookies?|privacy|consent|ad) (?:notice|settings|preferences|policy|choices|consent|statement|banner)|"
        r"do not sell.{0,60}|i (?:agree|accept|understand)|got it!?|ok,? got it",
    ),
    (
        "site footer",
        Reach.LINE,
        r"(?:about|contact|advertise|work|careers?|jobs?)(?: (?:us|with us|at .{2,30}|our .{2,30}|the .{2,30}))?|"
        r"(?:privacy|cookies?|editorial|ethics|corrections?|complaints?|accessibility|refund|return|legal|terms)(?: (?:&|"
        r"and) (?:terms|conditions|cookies?|privacy|disclaimers?))?(?: (?:policy|policies|statement|notice|information|"
        r"guidelines|standards|code|settings))?|terms (?:of|and|&) (?:use|service|conditions|privacy).{0,40}|terms|imprint|"
        r"impressum|disclaimers?|faqs?|help(?: cent(?:re|er))?|our (?:team|staff|mission|story|journalists)|masthead|"
        r"editorial (?:team|board)|code of (?:conduct|ethics)|powered by .{2,40}|designed by .{2,40}|website by .{2,40}|"
        r"hosted by .{2,40}|site by .{2,40}|a member of .{2,60}|manage (?:subscriptions?|account)|customer (?:service|care)|"
        r"reprints?(?: (?:&|and) permissions?)?|licen[sc]ing|syndication|rights (?:&|and) permissions|order reprints|"
        r"report a problem|send (?:us )?(?:a )?(?:tips?|feedback|correction)s?.{0,40}|"
        r"(?:got|have) a (?:tip|story|news tip|confidential tip)\W.{0,80}",
    ),
    (
        "count or reading time",
        Reach.LINE,
        r"[\d.,]+ ?[km]?(?: (?:views?|reads?|shares?|likes?|comments?|votes?|visits?|reactions?|claps?|retweets?|followers|"
        r"subscribers|downloads|photos?|images?|pictures?|hits?|words?))|"
        r"(?:views?|reads?|hits?|page views?|post views?|visits?|words?|likes?|votes?|rating|shares?|visitors?)\W{1,4}[\d.,]+ ?[km]?|"
        r"(?:visited|viewed|read) \d[\d,]* times.{0,40}|(?:estimated )?(?:reading|read) time\W.{0,24}|"
        r"(?:\d+|<\s?1|one|two|three|four|five|less than (?:1|a))[- ]?(?:min(?:ute)?s?|mins?\.?|"
        r"sec(?:ond)?s?)(?:ute)?s?\.?(?: to)?(?: (?:read|listen|watch|video|reading))?|"
        r"this (?:article|story) (?:is|takes) .{2,30} to read|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?|\d{5,}|[\d,]*\d,\d{3}|0",
    ),
    (
        "heading of a summary",
        Reach.LINE,
        r"(?:story |article |news |key )?highlights|key (?:points|takeaways)|at a glance|quick read|synopsis|in this story",
    ),
    (
        "separator",
        Reach.LINE,
        r"[\W_]*",
    ),
    (
        "contact details",
        Reach.LINE,
        r"(?:contacts?|e-?mail|tel|phone|telephone|fax|mobile|whatsapp|press contacts?|media (?:contact|inquiries|"
        r"enquiries))(?: us)?\W{1,3}\S.{0,80}|\S+@\S+\.\w{2,}|\[email.protected\]|[+(]?\d[\d ()-]{7,18}|"
        r"(?:reach|contact|e-?mail|write to) .{2,50}(?:\bat\b|@).{2,80}",
    ),
    (
        "link",
        Reach.LINE,
        r"(?:https?://|www\.)\S+|(?:link|url|source link|original|via)\W{1,2}https?://\S+",
    ),
)
