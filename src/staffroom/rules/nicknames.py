"""What are people called for short, or in another spelling?

Each line is a given name, as it is written without accents, and what is commonly made of it. British, Irish
and Welsh names, and the shortenings and spellings of Polish, South Asian, Arabic and Nigerian ones.
"""

from __future__ import annotations

from functools import cache
from typing import Final

_TABLE: Final = """
abdullah abdulla abdallah abdul
abigail abi abby gail
adebayo ade bayo
adam ads
ahmed ahmad ahmet
aisha ayesha aysha aishah
ayesha aisha aysha aishah
albert bert bertie al
alexander alex sandy xander lex al alec
alexandra alex sandra lexi alexa
aleksandra ola alex
alfie alf
alfred alfie alf fred
ali aly
alice ali
alicja ala
amelia millie mimi amy mel
amandeep aman
andrew andy drew
angela angie ange
angharad hari
anna annie ania
anthony tony ant
antoni antek tony
agnieszka aga
archibald archie
arthur art artie
ayodele ayo dele
barbara babs barb basia
bartosz bartek
bartlomiej bartek
benjamin ben benji benny
bethany beth bethan
beatrice bea trixie
bronwen bron
caitlin cait
caroline caz carrie
catherine cath cathy kate katie cat
charles charlie chaz
charlotte charlie lottie lotte char
chidinma chidi dinma
chinedu nedu edu
christopher chris kit
christine chris chrissie tina
chukwuemeka emeka chuka
ciaran kieran
daniel dan danny
danuta danka
david dave davy
dafydd dai daf dewi
deborah deb debbie debs
dominic dom
dorothy dot dottie
edward ed eddie ted teddy ned
eleanor ellie nell nora
elizabeth liz lizzie beth betty eliza libby lisa
ellen nell ellie
emily em emmy
emma em
eoghan owen eoin
ewa ewka
ezekiel zeke
fatima fatimah fatma fati
ffion fi
fiona fi
florence flo florrie flossie
folasade sade fola
frances fran frankie
francis frank frankie
franciszek franek
frederick fred freddie
gabriel gabe
geoffrey geoff
george georgie
georgina georgie gina
gerald gerry
grace gracie
graham gray
gregory greg
grzegorz grzes greg
gruffydd griff gruff
gurpreet gur preet gurpi
gwenllian gwen gwennie llio
hannah han
hanna hania
harold harry hal
harpreet harry preet
harrison harry
harry haz
hasan hassan
hassan hasan
hussain husain hussein husayn
heather heth
helen nell hels
henry harry hal
hubert hubs
hussein hussain husain
ibrahim ibraheem ebrahim ibby
imogen immy immie
imran immy
isaac ike zac
isabella izzy bella isabel
isabelle izzy belle
iwan ifan
jacob jake
jacqueline jackie
jadwiga jadzia
jakub kuba jake
jan janek jas
james jim jimmy jamie jem
janet jan
jayden jay jaydon jaiden
jeffrey jeff
jennifer jen jenny jenna
jeremy jez jem
jerzy jurek
jessica jess jessie
joanna jo joasia asia
joanne jo
john jack johnny jon
jonathan jon jonny
joseph joe joey
joshua josh
jozef jozek
julia jules julka
julie jules
judith jude judy
karolina karola
katarzyna kasia kaska
katherine kate katie kathy kat kitty kath kit
kathleen kath kathy
kenneth ken kenny
kieran ciaran
kimberley kim
krzysztof krzys krzysiek chris
lawrence larry laurie loz
laurence larry laurie loz
leonard len lenny leo
lewis lew
lillian lily lil
llewelyn llew lyn
louis lou louie
louise lou
lucjan lucek
lucy luce
lukasz luk
madeleine maddie maddy
magdalena magda
malgorzata gosia gosha margo
margaret maggie meg peggy marge
martha marty
martin marty
maryam mariam miriam
mateusz mati matty
matilda tilly tilda mattie
matthew matt matty
maximilian max
megan meg megs
michael mike mick micky mikey
michal misiek mick
mieczyslaw mietek
mohammed mohammad muhammad mohamed muhammed muhammud mo moh
mohammad mohammed muhammad mohamed muhammed mo moh
mohamed mohammed mohammad muhammad muhammed mo moh
muhammad mohammed mohammad mohamed muhammed mo moh
muhammed mohammed mohammad mohamed muhammad mo moh
myfanwy myf fanny
natalia nat natka
natalie nat
natasha tasha nat
nathan nate
nathaniel nat nate nathan
ngozi ngo
niamh neve
nicholas nick nicky
nicola nicky nic
noor nur nour
nur noor nour
oliver ollie oli olly
olivia liv livvy
oluwaseun seun
oluwatobi tobi
pamela pam
patricia pat tricia trish patsy
patrick pat paddy
pawel pawelek
penelope penny
peter pete
philip phil pip
phillip phil pip
piotr piotrek
rachel rach
raymond ray
rebecca becky bex becca
rhiannon rhi annie
rhys reece
richard rich rick dick ricky richie
robert rob bob bobby robbie bert
roderick rod
ronald ron ronnie
rosemary rose rosie
rose rosie
rupinder rupi
ryszard rysiek
saira sairah
samantha sam sammy
samuel sam sammy
saoirse sersh
sarah sal sadie
seren ser
sandeep sandy
shauna shaun
sian shan
siobhan shiv shivaun
sinead shinead
simran sim
stanislaw stas stan stach staszek
stanley stan
stephanie steph
stephen steve stevie ste
steven steve stevie ste
sunita sunny
susan sue susie suzy
suzanne sue suzy
syed sayed sayyid
szymon szymek simon
tadhg tad timothy
temitope temi tope
terence terry
thaddeus tad
theodore theo ted teddy
theresa terry tess
thomas tom tommy
timothy tim timmy
tomasz tomek tom
tomos tom twm
tyler ty
valerie val
venkat venky
victoria vicky tori vic
vincent vinny vince
violet vi
walter wally walt
weronika wera
william will bill billy liam willie
winifred win winnie
wojciech wojtek
yusuf yousef yousuf youssef yusef joseph
zachary zac zach zak
zainab zaynab zeinab zainub
zofia zosia zoska sophie
zuzanna zuzia
"""


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    lines = (line.split() for line in _TABLE.split("\n") if line)
    return {name: tuple(called) for name, *called in lines}


def nicknames(given: str) -> tuple[str, ...]:
    """Return what a person of this given name (normalised) may be called; never the name itself."""
    return _by_name().get(given, ())
