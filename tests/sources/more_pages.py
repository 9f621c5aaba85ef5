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
]
