"""Further pages of invented outlets, with other habits of layout; marked as those in `pages`."""

# ruff: noqa: E501 - a paragraph of a page is one line

from tests.sources.pages import Page

PAGES = [
    Page(
        "dated masthead and tagline",
        """
N|THE LOMBA SENTINEL
N|Truth without fear since 1974
D|Thursday, June 6, 2019
N|Front Page | Metro | Provinces | Opinion | Letters
T|Miners trapped for third day as pumps fail
Y|BY GIFT PHIRI
D|June 6, 2019

B|Rescuers were still trying to reach nine miners trapped underground at Kessa on Thursday, after two pumps failed overnight, the mining ministry said.

B|Relatives at the gate accused the company of hiding the real number.

B|“They told us nine. We count fourteen,” said Ruth Banda, whose brother is among the missing.

B|The company did not answer calls.

N|Do you have a story? WhatsApp us on +263 700 000000
N|Comments (3)
N|Tendai
N|This is what happens when nobody inspects these mines for years on end.
""",
        published="2019-06-06",
    ),
    Page(
        "un style release",
        """
N|Search
N|English
N|Français
N|Press releases | Special Procedures
T|Experts alarmed by expulsions from Norland
D|05 October 2022

B|GENEVA (5 October 2022) – UN experts* today expressed alarm at reports that Norland expelled more than 800 asylum seekers in September without hearing them.

B|“The principle of non-refoulement admits no exception,” the experts said.

B|They urged Norland to suspend all transfers, and to give lawyers access to the camp at Vestby.

B|The experts have been in contact with the Government on this matter.

N|ENDS

N|Tag(s)
N|Asylum
N|Share this page
N|VIEW THIS PAGE IN:
""",
        published="2022-10-05",
    ),
    Page(
        "french daily",
        """
N|S'abonner
T|À Morlac, les soignants dénoncent des conditions « intenables »
Y|Par Claire Vasseur
D|Publié le 3 mars 2021 à 17h45

B|Les soignants de l'hôpital de Morlac ont manifesté mercredi pour dénoncer des conditions de travail « intenables », selon leur syndicat.

B|« Nous sommes trois pour quarante lits », a déclaré une infirmière.

B|La direction a indiqué qu'elle recevrait les délégués vendredi.

N|Lire aussi : À l'hôpital de Brenne, la grève continue
N|Partager
N|Facebook
N|Newsletters
""",
        published="2021-03-03",
    ),
    Page(
        "spanish news site",
        """
N|Inicio
N|Nacional
T|Detienen a cuatro policías por la desaparición de un activista
Y|Redacción
D|12 de mayo de 2020

B|La fiscalía de Santa Rita informó este martes que detuvo a cuatro policías por la desaparición del activista Julio Mena, ocurrida en abril.

B|“Queremos saber dónde está”, dijo su hermana a la prensa.

B|El gobierno estatal aseguró que colaborará con la investigación.

N|Te puede interesar: Marchan en Santa Rita por los desaparecidos
N|Compartir
N|Síguenos en Facebook
N|Todos los derechos reservados
""",
        published="2020-05-12",
    ),
    Page(
        "wire roundup with photo lines between paragraphs",
        """
T|Storm leaves dozens dead on Palas islands
Y|By MARIA ILAGAN, Associated Press
D|December 18, 2021

B|PUERTO PALAS (AP) — The death toll from the strongest storm to hit the Palas islands this year has climbed to at least 75, officials said Saturday.

N|Residents salvage belongings from their destroyed homes, Friday, Dec. 17, 2021, in Puerto Palas. (AP Photo/Jay Lim)

B|More than 300,000 people fled before the storm made landfall, the disaster agency said.

N|ADVERTISEMENT

B|Governor Ana Reyes said that food would run out “in a matter of days.”

N|___

Y|Associated Press journalist Kim Ocampo in Alta contributed to this report.
""",
        published="2021-12-18",
        credits=("Associated Press",),
    ),
    Page(
        "blog-like outlet with author box",
        """
N|Connect with us
D|Published 3 years ago on August 4, 2020
Y|By Editorial Desk
T|Fire guts hostel for migrant workers in Jebel port, 12 feared dead

B|At least a dozen people are feared dead after fire tore through a hostel for migrant workers in Jebel port on Monday night, civil defence officials said.

B|The hostel had a single exit, according to two survivors who spoke to Al Jazeera.

B|The owner could not be reached.

N|Related Topics:
N|Up Next
N|Port authority opens new terminal
N|Don't Miss
N|Ten best beaches of the gulf
N|You may like
N|Click to comment
N|Trending
N|buy instagram followers
N|Gulf Sun News App
""",
        outlet="Gulf Sun News",
        published="2020-08-04",
        credits=("Al Jazeera",),
    ),
    Page(
        "page title with the site's name",
        """
N|window.dataLayer = window.dataLayer || [];
T|Rebels hand over mine maps after talks - Highland Post
N|Highland Post
T|Rebels hand over mine maps after talks
D|21 Jan 2017

B|Rebels in the eastern highlands have handed over maps of more than 30 minefields, mediators said on Saturday.

B|Clearing them will take at least four years, a demining group said.
N|Highland Post, all rights reserved
""",
        outlet="Highland Post",
        published="2017-01-21",
    ),
    Page(
        "truncated last paragraph",
        """
T|Teachers' union calls off strike
D|2 November 2016

B|The teachers' union in Odana called off its strike on Wednesday after the province promised to pay wages owed since May.

B|Union head Paul Otieno said classes would begin again on Monday and that lost days would be made up before the end of the
N|Read Full Story
N|Sponsored
N|Top 5 dentists near you
""",
        published="2016-11-02",
    ),
    Page(
        "standfirst and a caption that repeats the headline",
        """
T|Lawyers say dozens of villagers held after land protest in Khamdo
B|Police deny the arrests but residents say homes were searched at night.
Y|By Linh Tran for RFA Khmer
D|2022.08.17
N|Lawyers say dozens of villagers held after land protest in Khamdo Villagers march near the provincial hall in Khamdo, Aug. 15, 2022.

B|Dozens of villagers who protested against a sand mine in Khamdo province have been held since Monday, their lawyers told Radio Free Asia.

B|“We do not know where they are,” said lawyer Sok Vanna.

B|RFA was unable to reach the provincial police for comment.

Y|Translated by Som Chea. Edited by Paul Eckert.
N|Add your comment by filling out the form below in plain text.
N|Name
N|Comment
N|View all comments.
N|View All
N|Comments (0)
""",
        published="2022-08-17",
        credits=("Radio Free Asia",),
    ),
    Page(
        "posted and updated, ranked stories",
        """
N|The Hansan Times
N|Login
N|Register
N|Foreign Affairs
N|North Korea
T|Minister urges neighbor to stop sending refugees back
D|Posted : 2023-08-17 16:35
D|Updated : 2023-08-18 09:12
Y|By Kim Min-ju
N|Listen
N|Text Size
N|Print

N|Unification Minister Han speaks during a seminar at the National Assembly in Seoul, Wednesday. Yonhap

B|The minister called Wednesday for a halt to the repatriation of refugees, saying that they face torture.

B|"Sending people back against their will is a crime," he said at a seminar.

B|An estimated 2,000 people are being held, according to a rights group.

N|kmj@hansantimes.com
N|X
N|More articles by this reporter
N|Top 10 Stories
N|1
N|Typhoon heads for south coast
N|2
N|K-pop star enlists
N|Hansan Times All Rights Reserved.
""",
        outlet="The Hansan Times",
        published="2023-08-17",
    ),
    Page(
        "share prompt and a harsh copyright",
        """
N|Breaking News
N|Home » News » Gunmen abduct 14 passengers on Bauda highway
T|Gunmen abduct 14 passengers on Bauda highway
Y|Ibrahim Sule, Bauda
D|June 11, 2021 5:03 am

N|Kindly share this story:
B|Gunmen on Wednesday night abducted 14 passengers on the Bauda highway, the police have confirmed.

B|The command's spokesman, Yusuf Bala, said in a statement on Thursday that the attackers blocked the road near Kwata at about 9pm.

N|READ ALSO:
N|Senate okays new police bill
N|Lawyers shun court as strike bites

B|“Our men are combing the bush,” Bala said.

B|A relative of one of the passengers said that the kidnappers had asked for N20m.

N|Copyright PUNJI.
N|All rights reserved. This material, and other digital content on this website, may not be reproduced, published, broadcast, rewritten or redistributed in whole or in part without prior express written permission from PUNJI.
N|Contact: [email protected]
""",
        outlet="PUNJI",
        published="2021-06-11",
    ),
    Page(
        "statement with background",
        """
N|Jump to navigation
N|What We Do
N|Where We Work
N|News & Events
N|Support Us
N|Home / News
T|Norland must halt deportations to war zones
D|24 Nov 2020
N|Norland
B|Responding to the news that Norland plans to deport 45 people on Thursday, the deputy director of Open Gates, Ida Holm, said:

B|“These deportations would put lives in danger. Norland is bound by the 1951 Refugee Convention.”

B|BACKGROUND

B|Norland resumed deportation flights in October after a break of seven months. At least 120 people have been deported since.

N|For more information or to arrange an interview, contact the press office on +44 20 0000 0000 or press@opengates.example
N|Topics
N|Refugees
N|Asylum
N|Related Content
N|Norland: Court stops flight
N|News
N|November 3, 2020
N|About
N|Careers
N|Privacy statement
N|© 2020 Open Gates
""",
        outlet="Open Gates",
        published="2020-11-24",
    ),
    Page(
        "two-line byline and an author box",
        """
N|Magazine
N|Asia Defense
N|Features
N|Asia Defense | Security | Southeast Asia
T|Who Controls the Strait? A Treaty Comes of Age
B|Ten years on, the three coastal states still disagree about who may stop a ship.
Y|By
Y|Sebastian Strand
D|May 02, 2020

N|Credit: Flickr/ Port of Sela

B|Ten years after it was signed, the strait treaty is being tested by a string of boardings, officials and analysts say.

B|Under the treaty, a coastal state may stop a ship only on suspicion of piracy. Sela has stopped nine since March.

B|“The text is silent on fuel smuggling,” said Hana Idris, a law professor.

N|Enjoying this article? Click here to subscribe for full access. Just $5 a month.

B|The next meeting of the parties is in June.

N|Authors
N|Guest Author
N|Sebastian Strand
N|Sebastian Strand is a researcher at the Institute of Sea Law.
N|Tags
N|maritime law
N|Sela
N|You have read 1 of your 5 free articles this month.
""",
        published="2020-05-02",
    ),
    Page(
        "story highlights",
        """
N|News
N|World
T|'Not refugees but offenders': Sarvia rejects report on deportations
N|Trending Topics
T|'Not refugees but offenders': Sarvia rejects report on deportations
B|Sarvia has rejected a report that it deported hundreds of people last week.
Y|Edited By: Anita Joshi New Delhi Updated: Oct 14, 2023, 11:48 PM IST
N|Sarvia's foreign ministry spokesman Luan Prenga | Photo: AFP
N|Story highlights
B|A rights group says that 600 people were sent back on Monday night
B|Sarvia says that it acts in keeping with its laws
B|Sarvia on Friday rejected a report by a rights group that it had deported hundreds of people to their home country.

B|"There are no refugees among them," spokesman Luan Prenga said at a briefing.

B|The report, published on Thursday, says that 600 people were taken across the border in trucks.

Y|(With inputs from agencies)

N|WATCH WION LIVE HERE:
N|RELATED
""",
        published="2023-10-14",
    ),
]
