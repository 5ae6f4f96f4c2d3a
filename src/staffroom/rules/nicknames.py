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
adam ads
adebayo ade bayo
agnieszka aga agnes
ahmed ahmad ahmet
aisha ayesha aysha aishah
albert bert bertie al
aleksandra ola alex alexandra
alexander alex sandy xander lex al alec
alexandra alex sandra lexi alexa
alfie alf
alfred alfie alf fred
ali aly
alice ali
alicja ala
amandeep aman
amelia millie mimi amy mel
andrew andy drew
andrzej andrew andy
angela angie ange
angharad hari
anna annie ania
anthony tony ant
antoni antek tony
aoife eefa
archibald archie
arthur art artie
ayesha aisha aysha aishah
ayodele ayo dele
barbara babs barb basia
bartlomiej bartek
bartosz bartek
beatrice bea trixie
benjamin ben benji benny
bethany beth bethan
bronwen bron
caitlin cait
caoimhe keeva kiva
caroline caz carrie
catherine cath cathy kate katie cat
charles charlie chaz
charlotte charlie lottie lotte char
chidinma chidi dinma
chinedu nedu edu
christine chris chrissie tina
christopher chris kit
chukwuemeka emeka chuka
ciaran kieran
dafydd dai daf dewi
daniel dan danny
danuta danka
david dave davy
deborah deb debbie debs
dominic dom
dorothy dot dottie
edward ed eddie ted teddy ned
eilidh ailie
eleanor ellie nell nora
elizabeth liz lizzie beth betty eliza libby lisa
ellen nell ellie
emily em emmy
emma em
eoghan owen eoin
ewa ewka eva
ezekiel zeke
fatima fatimah fatma fati
ffion fi
filip philip
fiona fi
florence flo florrie flossie
folasade sade fola
frances fran frankie
francis frank frankie
franciszek franek francis frank
frederick fred freddie
gabriel gabe
geoffrey geoff
george georgie
georgina georgie gina
gerald gerry
grace gracie
graham gray
gregory greg
gruffydd griff gruff
grzegorz grzes greg gregory
gurpreet gur preet gurpi
gwenllian gwen gwennie llio
gwyneth gwyn gwen
hanna hania hannah
hannah han
harold harry hal
harpreet harry preet
harrison harry
harry haz
hasan hassan
hassan hasan
heather heth
helen nell hels
henry harry hal
hubert hubs
hussain husain hussein husayn
hussein hussain husain
ibrahim ibraheem ebrahim ibby
ieuan ieu iwan evan
ifeoluwa ife
imogen immy immie
imran immy
isaac ike zac
isabella izzy bella isabel
isabelle izzy belle
iwan ifan
jacob jake
jacqueline jackie
jadwiga jadzia
jakub kuba jake jacob
james jim jimmy jamie jem
jan janek jas john
janet jan
jaswinder jas jazz
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
jozef jozek joseph joe
judith jude judy
julia jules julka
julie jules
karolina karola
katarzyna kasia kaska katherine catherine kate
katherine kate katie kathy kat kitty kath kit
kathleen kath kathy
kenneth ken kenny
khadija khadijah
kieran ciaran
kimberley kim
krzysztof krzys krzysiek chris christopher
kuldeep kully
laurence larry laurie loz
lawrence larry laurie loz
leonard len lenny leo
lewis lew
lillian lily lil
llewelyn llew lyn
louis lou louie
louise lou
lucjan lucek
lucy luce
lukasz luk luke luca
madeleine maddie maddy
magdalena magda
malgorzata gosia gosha margo margaret maggie
manpreet manny
marek mark
margaret maggie meg peggy marge
martha marty
martin marty
maryam mariam miriam
mateusz mati matty matthew matt
matilda tilly tilda mattie
matthew matt matty
maximilian max
megan meg megs
michael mike mick micky mikey
michal misiek mick michael
mieczyslaw mietek
mohamed mohammed mohammad muhammad muhammed mo moh
mohammad mohammed muhammad mohamed muhammed mo moh
mohammed mohammad muhammad mohamed muhammed muhammud mo moh
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
olumide mide
oluwaseun seun
oluwatobi tobi
padraig paddy podge patrick
pamela pam
patricia pat tricia trish patsy
patrick pat paddy
pawel pawelek paul
penelope penny
peter pete
philip phil pip
phillip phil pip
piotr piotrek peter pete
rachel rach
raymond ray
rebecca becky bex becca
rhiannon rhi annie
rhys reece
richard rich rick dick ricky richie
robert rob bob bobby robbie bert
roderick rod
ronald ron ronnie
rose rosie
rosemary rose rosie
rupinder rupi
ryszard rysiek
saira sairah
samantha sam sammy
samuel sam sammy
sandeep sandy
saoirse sersh
sarah sal sadie
seren ser
shauna shaun
sian shan
simran sim
sinead shinead
siobhan shiv shivaun shevaun
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
tomasz tomek tom thomas
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
zofia zosia zoska sophie sophia
zuzanna zuzia
"""


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    lines = (line.split() for line in _TABLE.split("\n") if line)
    return {name: tuple(called) for name, *called in lines}


def nicknames(given: str) -> tuple[str, ...]:
    """Return what a person of this given name (normalised) may be called; never the name itself."""
    return _by_name().get(given, ())
