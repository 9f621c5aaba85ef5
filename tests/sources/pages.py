"""Pages of invented outlets about invented matters, each line marked with what it is.

`T` title, `Y` byline, `D` date, `B` body, `N` not the article; an empty line stands for itself.
"""

# ruff: noqa: E501 - a paragraph of a page is one line

from dataclasses import dataclass, field

_KINDS = {"T": "title", "Y": "byline", "D": "date", "B": "body", "N": "not_body"}


@dataclass(frozen=True)
class Page:
    name: str
    marked: str
    outlet: str | None = None
    published: str | None = None
    credits: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    lines: list[tuple[str, str]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        for line in self.marked.strip("\n").split("\n"):
            if line.strip():
                self.lines.append((_KINDS[line[0]], line[2:]))

    @property
    def text(self) -> str:
        return "\n".join(line[2:] for line in self.marked.strip("\n").split("\n"))

    @property
    def title(self) -> str | None:
        return next((line for kind, line in self.lines if kind == "title"), None)


PAGES = [
    Page(
        "newspaper with menus",
        """
N|Skip to main content
N|Home
N|News
N|Politics
N|Sport
N|Sign in
N|Home > News > Northern Region

T|Villagers in Karu valley say dam gates were opened without warning

Y|By Amina Okafor and Tunde Bello
D|Published: 14 March 2024, 09:35
N|Share
N|Facebook Twitter WhatsApp Email

N|Advertisement

B|At least 40 homes were washed away in the Karu valley on Tuesday night after the gates of an upstream dam were opened, residents said.

B|"Nobody told us anything," said Musa Danladi, a farmer. "We heard the water before we saw it."

N|READ ALSO: Ten things to know about the new dams act

B|The Federal Water Authority denied that its engineers had acted without notice. A spokeswoman said sirens were sounded at 9 p.m.

B|What comes next

B|The state government promised an inquiry within two weeks. Similar promises were made after the floods of 2019.

N|Tags: Karu, dams, floods
N|Related stories
N|Water board chief questioned over missing funds
N|Flood victims spend third night in school
N|About us
N|Privacy policy
N|© 2024 The Savannah Ledger. All rights reserved.
""",
        outlet="The Savannah Ledger",
        published="2024-03-14",
    ),
    Page(
        "agency copy reprinted",
        """
T|Port workers end strike after nine days
D|March 3, 2022

B|VALDORA, March 3 (Reuters) - Dock workers at the port of Valdora returned to work on Thursday after nine days of strikes, their union said.

B|The union said about 1,200 workers had accepted a pay rise of 6 percent.

B|"It is not all that we asked for," union leader Rosa Imbert told Radio Free Asia.

B|Port management declined to comment.

Y|(Reporting by Jean Dupont; Editing by Ann Lee)
N|Our Standards: The Thomson Reuters Trust Principles.
""",
        published="2022-03-03",
        credits=("Reuters", "Radio Free Asia"),
    ),
    Page(
        "rights group release",
        """
N|Donate
N|Languages
N|العربية

T|Tarsia: Release Detained Teachers
B|Authorities Should End Use of Emergency Courts

D|May 7, 2021

N|Click to expand Image
N|Teachers hold placards outside the education ministry, May 1, 2021. © 2021 Private

B|(Marenne) – The Tarsian authorities should immediately release 17 teachers who have been held without charge since a march on May 1, the Watchkeepers group said today.

B|“Teachers asked for their wages and got handcuffs,” said Lena Ostrow, deputy director at Watchkeepers. “The courts should not play along.”

B|Relatives of six of those detained told Watchkeepers that they had not been allowed to see a lawyer.

N|Your tax deductible gift can help stop human rights violations and save lives around the world.
N|Donate Now
N|More reading
N|May 3, 2021
N|Tarsia: Ministry Threatens Striking Teachers
N|April 12, 2021
N|Interview: A Teacher in Hiding
N|Follow Us
N|Twitter
N|Instagram
N|Watchkeepers | 12 Harbour Street | Marenne
""",
        published="2021-05-07",
    ),
    Page(
        "site with newsletter box in the middle",
        """
T|Ministry says grain shipments will resume within days
Y|Staff Reporter
D|Fri 7 Jul 2023 18.04 BST
N|4 min read

B|Shipments of grain from the southern ports will resume "within days", the agriculture ministry said on Friday, a week after they were halted.

N|Sign up to First Light, our free morning newsletter
N|Enter your email address
N|By signing up you agree to our terms of service. We may use your information to tell you about our products.
N|after newsletter promotion

B|Traders said they had seen no sign of it. "The cranes are standing still," said one, who asked not to be named.

N|Photograph: Harbour Authority/EPA

B|The halt has pushed bread prices up by almost 12 per cent in the capital, according to the consumer union.

N|Topics
N|Food
N|Trade
N|Reuse this content
""",
        published="2023-07-07",
    ),
    Page(
        "asian portal with app prompts",
        """
N|Menu
N|Latest News
T|Fishermen released after 11 days at sea border
N|1,024 views
D|2020-11-23 14:20:11 KST
N|A+ A-

B|PORT HANA, Nov. 23 (Yonhap) -- Five fishermen who had been held for 11 days by the neighbouring coast guard came home on Monday, officials said.

B|The men were in good health, the fisheries office said.

B|It did not say whether a fine had been paid.

N|Download the Hana Daily App
N|Most Viewed
N|1
N|Ferry runs aground off Mori island
N|2
N|Actor apologises for remarks
N|Copyright ⓒ Hana Daily. Unauthorized reproduction prohibited.
""",
        outlet="Hana Daily",
        published="2020-11-23",
        credits=("Yonhap",),
    ),
    Page(
        "bare text",
        """
B|GRENHOLM - The city council has voted to close the night shelter on Dock Road by the end of the month, despite protests by aid groups.

B|Councillor Pia Lund called the decision "painful but unavoidable".

B|Around 60 people sleep in the shelter on cold nights, according to the aid group Warm Hands.
""",
    ),
    Page(
        "ambiguous day",
        """
T|Two held over attack on radio host
D|04/05/2021

B|Police in Lomba said on Tuesday that they had arrested two men over the beating of a radio host last month.

B|The host, Sara Nkomo, was attacked outside her station. She has since left hospital.
""",
        notices=("published:ambiguous",),
    ),
    Page(
        "day settled by its weekday",
        """
T|Two held over attack on radio host
D|Tuesday 04/05/2021

B|Police in Lomba said on Tuesday that they had arrested two men over the beating of a radio host last month.

B|The host, Sara Nkomo, was attacked outside her station. She has since left hospital.
""",
        published="2021-05-04",
    ),
    Page(
        "broadcaster with captions and sub-headings",
        """
N|Watch Live
T|‘We walked for six days’: families flee the Otar hills
Y|By Mirela Kos
Y|Balkans correspondent
D|Last updated: 2 February 2019

N|IMAGE COPYRIGHT: GETTY IMAGES
N|Image caption: A family rests by the road to Brodno

B|Thousands of people have left their villages in the Otar hills since fighting began there in January, local officials say.

B|‘No road back’

B|Jana Petric, 34, said she had walked for six days with her two children. "There is no road back," she said.

B|Aid groups have set up tents near Brodno. They say they have food for two more weeks.

B|Who is fighting?

B|The army says it is fighting smugglers. Villagers speak of a war about land.

N|You may also be interested in:
N|The valley where nobody votes
N|How a bridge split a town
N|Around the BBC
N|Comments
N|Sign in to comment
""",
        published="2019-02-02",
    ),
    Page(
        "list inside the article",
        """
T|What the peace accord says

B|The government and the rebels signed an accord on Sunday after four months of talks. These are its main points:

B|• a ceasefire from midnight
B|• the release of 300 prisoners
B|• a joint commission for the border towns

B|Mediators said that the hardest part was still to come. "Paper is patient," one of them said.
N|___
N|Follow Peter Hale on Twitter at https://example.org/peterhale
""",
    ),
    Page(
        "south asian site with inputs from agencies",
        """
N|Home / India News / Court grants bail to student leader
T|Court grants bail to student leader
Y|Written by Our Correspondent | Edited by Kavita Rao
D|Updated: Sep 29, 2021, 10:12 IST

B|NEW MIRPUR: A court on Wednesday granted bail to student leader Arif Khan, who has been in jail since February, news agency ANI reported.

B|Khan's lawyer said that he would be released "by the evening".

N|ALSO READ | Students march against fee rise in New Mirpur

B|The prosecution had opposed bail. It said that Khan might influence witnesses.

Y|(With inputs from PTI)
N|Catch all the latest India news on the Mirpur Express app.
N|TRENDING NOW
N|Monsoon to withdraw from Monday
N|Gold price today
""",
        published="2021-09-29",
        credits=("ANI", "Press Trust of India"),
        outlet="Mirpur Express",
    ),
    Page(
        "blurbs of other stories behind the article",
        """
T|Journalist freed after 14 months in Port Selim jail
D|12 August 2018

B|A court in Port Selim ordered the release of journalist Daoud Harb on Sunday, fourteen months after he was arrested, his lawyer said.

B|Harb was accused of spreading false news. He has always denied the charge.

B|“I only wrote what people told me,” he told reporters at the prison gate.

N|More from the world desk
N|Lake towns brace for storm
N|Residents of three towns on the lake were told to leave their homes before Monday night.
N|Parliament passes budget
N|The budget was passed by a narrow vote after eleven hours of debate on Saturday.
N|Newsletter
N|Subscribe to The Meridian updates
""",
        published="2018-08-12",
        outlet="The Meridian",
    ),
    Page(
        "machine-translated page with cookies and comments",
        """
N|We use cookies to improve your experience. By continuing to use this site you agree to our cookie policy.
N|Accept all

T|Governor: evacuation of island completed

B|SALAMBA - The evacuation of the island of Tiga was completed on Saturday, Governor Hadi Santoso said, two days after the volcano erupted.

B|As many as 3,400 people were taken to the mainland, he said.

B|"We thank the fishermen who helped," Santoso added.

N|This article has been automatically translated and may contain errors.
N|12 Comments
N|Leave a Reply
N|Your email address will not be published. Required fields are marked *
N|budi77
N|My uncle was on the last boat and says that there were still people on the beach.
N|best online casino bonus
""",
    ),
    Page(
        "second topic inside the article",
        """
T|Ministers meet over river treaty

B|Ministers of the three river states met in Ansel on Monday to save the water treaty, which ends in June.

B|No agreement was reached, the host said.

B|Meanwhile, the football federation said that the cup final would be moved to the capital because of the heat.

B|"We could not risk it," said its chairman, Oto Varga.
N|Continue Reading
N|Advertisement
N|cheap flights to Ansel
N|Find a Hotel
""",
    ),
    Page(
        "german page",
        """
N|Startseite
T|Tausende demonstrieren in Hallberg gegen Abschiebungen
D|13. Oktober 2022, 18:30 Uhr

B|In Hallberg haben am Donnerstag mehrere Tausend Menschen gegen die geplanten Abschiebungen demonstriert, wie die Polizei mitteilte.

B|„Wir lassen unsere Nachbarn nicht allein“, sagte die Pfarrerin Ute Brandt auf der Kundgebung.

B|Das Innenministerium wies die Kritik zurück. Die Abschiebungen seien rechtmäßig, erklärte ein Sprecher.
""",
        published="2022-10-13",
    ),
]
