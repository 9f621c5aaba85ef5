"""How lines of a page's furniture begin, and sentences that only a page says about itself.

`BEGINNINGS`: kind, reach, the most words that such a line has, pattern at its start. `SENTENCES`: kind, reach, words of which one must
be there (a quick look before the pattern), pattern anywhere. Lines are in small letters with single spaces and straight quotes.
"""

from onrecord.sources.phrases import Reach

BEGINNINGS: tuple[tuple[str, Reach, int, str], ...] = (
    (
        "contact details",
        Reach.LINE,
        60,
        r"(?:for|to request) (?:more|further|additional|media|press)\b.{0,20}(?:information|details|inquir|enquir|quer|interview)\w*\b"
        r".{0,80}(?:contact|visit|call|write to|e-?mail|see|please|:|@)|(?:media|press) (?:contacts?|inquiries|enquiries)\b ?:",
    ),
    (
        "note on the text",
        Reach.LINE,
        40,
        r"(?:enjoying|liked?) this (?:article|story)\b|you have (?:read|\w+ free)\b.{0,30}(?:articles?|stories)",
    ),
    (
        "navigation",
        Reach.LINE,
        30,
        r"(?:home|home ?page|news|world|you are here ?:?)\s?(?:[>»›/|→]|::)\s?\S",
    ),
    (
        "related stories",
        Reach.LINE,
        40,
        r"(?:also read|read also|see also|also see|watch also|read more|see more|watch more|more read|must read|further reading|"
        r"read on|read next|read the full|read all the|read all|also watch|don'?t miss|next read|"
        r"editor'?s pick)\b",
    ),
    (
        "related stories",
        Reach.LINE,
        40,
        r"(?:read|see|watch|listen|more|related|photos|pictures|gallery|video|videos|podcast)"
        r"(?: (?:here|now|next|also|more|this|it|the (?:full )?(?:story|report|letter|statement|article|interview))){0,2} ?[:|>»] ?\S",
    ),
    (
        "related stories",
        Reach.LINE,
        40,
        r"(?:related|similar|recommended)(?: (?:stor(?:y|ies)|articles?|news|content|posts?|coverage|reading|links?|"
        r"topics?))? ?[:|>»–—-] ?\S|related content\b",
    ),
    (
        "related stories",
        Reach.BLOCK,
        12,
        r"(?:more (?:from|on)|(?:more|latest|other|further) (?:news|stories|headlines|articles|coverage))\b[^.]*:?\Z",
    ),
    (
        "tag list",
        Reach.LINE,
        60,
        r"(?:tags?|tagged|keywords?|key words|filed under|topics?|categor(?:y|ies)|labels?|hashtags?|more on|subjects?) ?(?::|\|) ?\S|"
        r"#\w+(?:[ ,]+#\w+)+\Z|tagged (?:with|in) |posted in [\w ,&-]{2,50}\Z|filed (?:in|under) |(?:also )?published in: ",
    ),
    (
        "image credit",
        Reach.LINE,
        45,
        r"(?:the )?(?:images?|photos?|pictures?|photographs?|pics?|videos?|graphics?|illustrations?|screenshots?|screengrabs?|"
        r"screen ?grabs?|maps?|infographics?|thumbnails?|featured image|cover photo|file photo|file picture|file image|"
        r"main image|top image|lead image|banner image|header image|caption)(?:/\w+)?(?: ?(?:source|credits?|courtesy|by|from|"
        r"via|illustration|caption|taken by))*(?: of)? ?[:/=|©–—-] ?\S",
    ),
    (
        "image credit",
        Reach.LINE,
        30,
        r"(?:photos?|pictures?|images?|photographs?|illustrations?|graphics?|videos?) (?:by|courtesy|via|credit|source|"
        r"taken by|provided by|supplied by)\b(?!.{60})|(?:photo|image|picture) ?credits?\b|"
        r"(?:photo |image )?courtesy(?: of\b| ?:)|credits? ?: ?\S|pc ?: ?https?:|"
        r"(?:a |this )?(?:file|handout|undated|representational|representative|representation|illustrative|archive|stock|"
        r"ap file|afp file|reuters file) (?:photo|picture|image|photograph|footage|pic)\b",
    ),
    (
        "image caption",
        Reach.LINE,
        90,
        r"file ?(?:photo|picture|image|-|–|—|:)|(?:click|tap) to (?:expand|enlarge|view)|enlarge (?:this )?image\b|enlarge\b|"
        r"(?:hide|toggle) caption|image(?: \d+)? of \d+|1 ?/ ?\d{1,2} (?!of\b|the\b)\w",
    ),
    (
        "copyright",
        Reach.LINE,
        80,
        r"(?:©|\(c\) ?(?:\d{4}|copyright)|copyrights?\b(?: ?(?:©|\(c\)|\d{4}|by|:|all|reserved))|copyrights? [^.]{2,40}\.?\Z)|"
        r"(?:© ?)?\d{4}(?:[-–]\d{2,4})? ?©|all (?:content |material )?rights? (?:are )?reserved|no reproduction without|"
        r"(?:source|content) ?(?:©|copyright)",
    ),
    (
        "app prompt",
        Reach.LINE,
        40,
        r"(?:download|install|get) (?:the|our) .{0,40}\bapp\b|(?:catch|get|read) (?:all )?the (?:latest|breaking|"
        r"top)\b.{0,60}\b(?:on|here|app)\b",
    ),
    (
        "newsletter prompt",
        Reach.LINE,
        60,
        r"(?:subscribe|sign ?up|register)(?: now| today| here| free)? (?:to|for|and) (?:our|the|get|receive|free|your|more|"
        r"daily|weekly|a|an|unlimited|breaking|\w+ newsletter)\b|"
        r"by (?:signing up|subscribing|clicking|registering|submitting|entering|providing|continuing)\b.{0,60}(?:you|agree)|"
        r"sign up\b.{0,60}(?:newsletter|inbox|e-?mail|alerts)|register now for free|get stories that|make sure you never miss|"
        r"never miss a story",
    ),
    (
        "script leftover",
        Reach.LINE,
        100_000,
        r"(?:!--|<!--|-->|//<!|/\*|<script|</?\w+[^>]*>?\Z|window\.\w|document\.\w|googletag|gtag\(|ga\(|fbq\(|var \w+ ?=|"
        r"let \w+ ?=|const \w+ ?=|function ?\w*\(|\(function|jquery|\$\(|adsbygoogle|@media|\.[\w-]+ ?\{|#[\w-]+ ?\{|"
        r"\{\"@context|\{\{|\[\[|if ?\(|else ?\{|\}\)?;?\Z)",
    ),
    (
        "note on the text",
        Reach.LINE,
        70,
        r"\(?this (?:story|article|news item|item|copy|post|content|page|text|version|translation|"
        r"piece) (?:has (?:not )?been|was|is|may have been|"
        r"originally|first|also|appeared)\b.{0,60}(?:edited|translated|generated|syndicated|auto|published|appeared|republished|updated|"
        r"corrected|posted|sourced|reproduced|produced|taken|available|amended)|\(?this report (?:has not been edited|"
        r"was (?:first|originally) )|"
        r"\(?the (?:article|story|op-ed|post|piece) (?:was|has been|is) (?:first|originally|auto|also) |"
        r"(?:originally|first|previously) (?:published|posted|appeared)|republished (?:from|with|under)|reprinted (?:from|with)|"
        r"(?:disclaimer|notice) ?:|\(except for the headline|the views expressed|views expressed|the opinions? expressed|"
        r"opinions expressed",
    ),
)
SENTENCES: tuple[tuple[str, Reach, str, str], ...] = (
    (
        "machine-translation note",
        Reach.LINE,
        "translat generated digital",
        r"automatically (?:generated|translated)|machine[- ]translat|auto-?translat|"
        r"translated (?:automatically|by (?:ai|google|deepl|artificial|machine|an? automat))|"
        r"generated by (?:the )?(?:ai\b|artificial|an? automat)|inaccuracies in (?:the )?translat|"
        r"translation may (?:not be|contain)|(?:system )?supported by digital",
    ),
    (
        "cookie notice",
        Reach.LINE,
        "cookie consent information clicking closing using",
        r"\b(?:we|this (?:web)?site|our (?:web)?site|our partners) (?:and our partners )?(?:uses?|stores?|"
        r"employs?) (?:\w+ ){0,3}(?:cookies|information on a device)|"
        r"by (?:continuing|clicking|using|closing) .{0,60}(?:you (?:agree|consent|accept)|cookies)|accept (?:all|our) cookies|"
        r"cookie (?:policy|preferences|settings)|consent to (?:the|our) use of (?:cookies|your)",
    ),
    (
        "copyright",
        Reach.LINE,
        "reserved permission consent reproduc publish redistribut copied rewritten unauthori creative",
        r"all rights reserved|"
        r"(?:may|must|can)(?:not| not| no longer)? be (?:published|reproduced|republished|re-?distributed|copied|"
        r"rewritten)[, ].{0,80}(?:permission|consent|redistribut|rewritten|broadcast)|"
        r"unauthori[sz]ed (?:reproduction|copying|use of (?:this|the) (?:content|material|site))|"
        r"licensed under (?:a |the )?creative commons|under (?:a )?creative commons",
    ),
    (
        "comments",
        Reach.END,
        "comment email required logged signed notify akismet",
        r"^(?:add|post|share|leave) your comments?\b|your email address will not be published|"
        r"required fields are marked|save my name, email|"
        r"you must be (?:logged|signed) in to|please (?:log|sign) in to (?:comment|post|leave)|"
        r"comments? (?:are|will be) (?:moderated|closed|reviewed)|please keep (?:your )?comments|notify me of (?:new|follow)|"
        r"this site uses akismet|abide by our (?:community|comment)",
    ),
    (
        "newsletter prompt",
        Reach.LINE,
        "sign newsletter inbox subscri email e-mail send unsubscribe free continue",
        r"sign[- ]?up (?:to|for) (?:our|the|your|my|free|daily|weekly)\b.{0,50}(?:newsletter|briefing|e-?mail|digest|alerts|"
        r"updates|list)|"
        r"subscribe (?:to|for) (?:our|the|your|this|more|daily)\b.{0,60}(?:newsletter|channel|list|briefing|digest|updates|"
        r"podcast|feed|edition|e-?mails?)|"
        r"(?:straight|delivered|direct(?:ly)?|right|sent) (?:\w+ )?(?:in|in-?to|to) your (?:e-?mail |mail )?(?:in-?box|email)|"
        r"we(?:'ll| will) (?:send|use) (?:you|your) .{0,60}(?:e-?mail|newsletter|information|sign-up|data)|"
        r"you can unsubscribe at any time|we use your sign-up|free unlimited access|register (?:now )?for free|"
        r"create (?:a|your) free account|to continue reading|subscribers? (?:can|get|have) (?:full |unlimited )?access|"
        r"already a subscriber",
    ),
    (
        "follow prompt",
        Reach.LINE,
        "follow join find visit like stay latest more breaking click tap download keep",
        r"follow (?:us|him|her|them|the author|\w+ ?\w+) on (?:twitter|facebook|instagram|x\b|linkedin|google news|whatsapp|"
        r"telegram|our|social|youtube|threads|bluesky)|(?:like|join|find|visit) us on|"
        r"join our (?:whatsapp|telegram|facebook|viber)|stay up[- ]to[- ]date with|"
        r"for (?:the )?(?:latest|more|all the latest|breaking) (?:news|updates|stories|headlines)\b.{0,60}(?:follow|visit|click|"
        r"download|subscribe|join|tune|app)|click (?:here|on the link|this link) (?:to|for) |tap here to|"
        r"download (?:the|our) .{0,30}\bapp\b",
    ),
    (
        "support prompt",
        Reach.LINE,
        "support donat contribut journalism deductible",
        r"(?:please|you can|help|consider) .{0,12}(?:support|donat|contribut)\w* .{0,20}(?:our (?:work|journalism|reporting|"
        r"newsroom|mission)|"
        r"independent journalism|this website)|tax[- ]deductible|our journalism (?:relies|depends)|"
        r"reader[- ]supported (?:news|journal|public|organi)",
    ),
    (
        "script leftover",
        Reach.LINE,
        "javascript browser datalayer google function => ( human",
        r"javascript (?:is|must be|seems to be) (?:disabled|enabled|required)|(?:enable|turn on) javascript|"
        r"your browser (?:does not|doesn't|is not|isn't|cannot)|please (?:update|upgrade) your browser|datalayer|"
        r"googletagmanager|google-analytics|(?:function|\))\s?\{.*\}|=>\s?\{|(?:\w+\.){2,}\w+\(|"
        r"verify (?:that )?you are (?:a )?human",
    ),
    (
        "site footer",
        Reach.LINE,
        "responsible external standards principles privacy terms recaptcha live contact tip story report error mistake",
        r"is not responsible for (?:the )?(?:content|external)|read about our approach to external|our standards:|"
        r"the thomson reuters trust principles|privacy policy and terms|terms of (?:use|service) (?:and|apply)|"
        r"protected by recaptcha|abc news live|contact (?:our|the) (?:newsroom|editors?|news desk)|"
        r"(?:have|got) a (?:tip|story)\?|report an? (?:error|mistake|correction)|spotted an? (?:error|mistake)|"
        r"if you (?:have|notice|find|spot) (?:a |an |any )?(?:complaint|correction|tip|error|mistake|story idea)",
    ),
    (
        "note on the text",
        Reach.LINE,
        "feed staff headline reflect represent own edited created",
        r"(?:published|generated|sourced|taken|auto-?generated) from (?:a|the) syndicated feed|"
        r"has not been (?:edited|created) by|staff (?:has|have) not (?:edited|modified)|only the headline|"
        r"do not necessarily (?:reflect|represent)|(?:author|writer)'s? own and (?:do|does) not",
    ),
)
