// Generated from schemas/ by `npm run generate`. Do not edit.

/** The words of the value grammar by group: the English word, the Swedish one, and every form that is read, folded. */
export const grammar = {
  unit: [
    {"word":"second","sv":"sekund","forms":["second","seconds","s","sekund","sekunder","sek"]},
    {"word":"minute","sv":"minut","forms":["minute","minutes","min","minut","minuter"]},
    {"word":"hour","sv":"timme","forms":["hour","hours","h","timme","timmar","timmen","tim"]},
    {"word":"day","sv":"dag","forms":["day","days","dag","dagar","dagen","dygn","dgr","dgr."]},
    {"word":"week","sv":"vecka","forms":["week","weeks","vecka","veckor","veckan"]},
    {"word":"month","sv":"månad","forms":["month","months","månad","månader","månaden","mån","mån."]},
    {"word":"quarter","sv":"kvartal","forms":["quarter","quarters","kvartal","kvartalet"]},
    {"word":"year","sv":"år","forms":["year","years","år","året"]},
    {"word":"working hour","sv":"arbetstimme","forms":["working hour","working hours","business hour","business hours","arbetstimme","arbetstimmar","kontorstimme","kontorstimmar"]},
    {"word":"working day","sv":"arbetsdag","forms":["working day","working days","business day","business days","arbetsdag","arbetsdagar","arbetsdagen"]},
  ],
  none: [
    {"word":"none","sv":"ingen","forms":["none","ingen","inget","inga"]},
  ],
  compare: [
    {"word":"at most","sv":"högst","forms":["at most","max","högst","som mest"]},
    {"word":"at least","sv":"minst","forms":["at least","minst","lägst"]},
    {"word":"below","sv":"mindre än","forms":["below","less than","under","mindre än","lägre än","färre än"]},
    {"word":"above","sv":"mer än","forms":["above","more than","over","mer än","högre än","fler än","över"]},
  ],
  join: [
    {"word":"of","sv":"av","forms":["of","av"]},
    {"word":"or","sv":"eller","forms":["or","eller"]},
    {"word":"and","sv":"och","forms":["and","och"]},
    {"word":"per","sv":"per","forms":["per","i","om"]},
    {"word":"to","sv":"till","forms":["to","till"]},
    {"word":"rolling","sv":"rullande","forms":["rolling","rullande"]},
  ],
  yes_no: [
    {"word":"yes","sv":"ja","forms":["yes","✅","✓","✔","☑","ja"]},
    {"word":"no","sv":"nej","forms":["no","❌","✗","✘","✖","☒","☐","nej"]},
  ],
  weekday: [
    {"word":"Monday","sv":"måndag","forms":["monday","mondays","mon","måndag","måndagen","måndagar","mån"]},
    {"word":"Tuesday","sv":"tisdag","forms":["tuesday","tuesdays","tue","tisdag","tisdagen","tisdagar","tis"]},
    {"word":"Wednesday","sv":"onsdag","forms":["wednesday","wednesdays","wed","onsdag","onsdagen","onsdagar","ons"]},
    {"word":"Thursday","sv":"torsdag","forms":["thursday","thursdays","thu","torsdag","torsdagen","torsdagar","tors","tor"]},
    {"word":"Friday","sv":"fredag","forms":["friday","fridays","fri","fredag","fredagen","fredagar","fre"]},
    {"word":"Saturday","sv":"lördag","forms":["saturday","saturdays","sat","lördag","lördagen","lördagar","lör"]},
    {"word":"Sunday","sv":"söndag","forms":["sunday","sundays","sun","söndag","söndagen","söndagar","sön"]},
  ],
  ordinal: [
    {"word":"first","sv":"första","forms":["first","1st","första","1:a"]},
    {"word":"second","sv":"andra","forms":["second","2nd","andra","2:a"]},
    {"word":"third","sv":"tredje","forms":["third","3rd","tredje","3:e"]},
    {"word":"fourth","sv":"fjärde","forms":["fourth","4th","fjärde","4:e"]},
    {"word":"last","sv":"sista","forms":["last","sista"]},
  ],
  hours: [
    {"word":"24x7","sv":"dygnet runt","forms":["24x7","24/7","24×7","dygnet runt"]},
    {"word":"office hours","sv":"kontorstid","forms":["office hours","business hours","working hours","kontorstid","kontorstider","ordinarie arbetstid"]},
  ],
  fee: [
    {"word":"fee","sv":"avgift","forms":["fee","fees","charge","charges","service fee","avgift","avgiften","avgifter","avgifterna","ersättning","ersättningen"]},
    {"word":"weekly fee","sv":"veckoavgift","forms":["weekly fee","weekly fees","weekly charge","weekly charges","fee per week","veckoavgift","veckoavgiften","veckoavgifter","avgiften per vecka"]},
    {"word":"monthly fee","sv":"månadsavgift","forms":["monthly fee","monthly fees","monthly charge","monthly charges","monthly service fee","fee per month","månadsavgift","månadsavgiften","månadsavgifter","avgiften per månad"]},
    {"word":"quarterly fee","sv":"kvartalsavgift","forms":["quarterly fee","quarterly fees","quarterly charge","quarterly charges","quarterly service fee","fee per quarter","kvartalsavgift","kvartalsavgiften","kvartalsavgifter","avgiften per kvartal"]},
    {"word":"yearly fee","sv":"årsavgift","forms":["yearly fee","annual fee","annual fees","annual charge","annual charges","annual service fee","fee per year","årsavgift","årsavgiften","årsavgifter","avgiften per år"]},
  ],
  closed: [
    {"word":"closed","sv":"stängt","forms":["closed","no service","off","stängt","stängd","ingen service"]},
  ],
  days: [
    {"word":"every day","sv":"alla dagar","forms":["every day","alla dagar","varje dag"]},
  ],
  recurrence: [
    {"word":"every","sv":"var","forms":["every","each","var","varje"]},
    {"word":"every second","sv":"varannan","forms":["every second","varannan","vartannat"]},
    {"word":"even weeks","sv":"jämna veckor","forms":["even weeks","jämna veckor"]},
    {"word":"odd weeks","sv":"udda veckor","forms":["odd weeks","udda veckor"]},
  ],
  clock: [
    {"word":"at","sv":"kl.","forms":["at","kl.","kl","klockan"]},
  ],
  anchor: [
    {"word":"start","sv":"start","forms":["start","avtalets start"]},
    {"word":"end","sv":"slut","forms":["end","slut","avtalets slut"]},
    {"word":"valid_from","sv":"gäller från","forms":["valid_from","gäller från"]},
    {"word":"held","sv":"mötesdagen","forms":["held","mötesdagen"]},
  ],
  party: [
    {"word":"client","sv":"kund","forms":["client","kund","kunden","beställare","beställaren"]},
    {"word":"supplier","sv":"leverantör","forms":["supplier","leverantör","leverantören"]},
  ],
  people: [
    {"word":"people","sv":"personer","forms":["people","person","personer"]},
  ],
  sign: [
    {"word":"below target","sv":"under målet","forms":["below target","under målet","under mål"]},
    {"word":"running","sv":"i rad","forms":["running","i rad","i följd"]},
    {"word":"any","sv":"någon","forms":["any","all","every","each","a","an","one","some","no","någon","något","några","alla","allt","varje","en","ett","ingen","inget"]},
  ],
  result: [
    {"word":"no data","sv":"inga data","forms":["no data","inga data","uppgift saknas"]},
  ],
  detail: [
    {"word":"percentile","sv":"percentil","forms":["percentile","percentiles","percentil","percentilen","percentiler"]},
    {"word":"median","sv":"median","forms":["median","medianen"]},
    {"word":"mean","sv":"medel","forms":["mean","average","medel","medelvärde","medelvärdet","genomsnitt","genomsnittet"]},
    {"word":"maximum","sv":"maximum","forms":["maximum","max"]},
    {"word":"minimum","sv":"minimum","forms":["minimum"]},
    {"word":"percent","sv":"procent","forms":["percent","per cent","%","procent"]},
    {"word":"request","sv":"anrop","forms":["request","requests","anrop","anropet","anropen"]},
    {"word":"of","sv":"av","forms":["of","av"]},
    {"word":"or","sv":"eller","forms":["or","eller"]},
    {"word":"and","sv":"och","forms":["and","och"]},
    {"word":"to","sv":"till","forms":["to","till"]},
    {"word":"every","sv":"varje","forms":["every","each","varje"]},
    {"word":"during","sv":"under","forms":["during","under"]},
    {"word":"within","sv":"inom","forms":["within","inom"]},
    {"word":"the","sv":"den","forms":["the","den","det","de"]},
    {"word":"calendar month","sv":"kalendermånad","forms":["calendar month","calendar months","kalendermånad","kalendermånaden"]},
  ],
  deny: [
    {"word":"no","sv":"inte","forms":["no","not","nothing","nobody","n/a","-","see","as","inte","ej","inget","inga","ingen","saknas","se","enligt","ännu","som"]},
  ],
  numbered: [
    {"word":"section","sv":"avsnitt","forms":["section","sec","sec.","chapter","ch.","part","clause","article","paragraph","para.","item","step","avsnitt","kapitel","kap","kap.","del","klausul","artikel","paragraf","punkt","stycke","moment"]},
    {"word":"appendix","sv":"bilaga","forms":["appendix","app.","annex","schedule","exhibit","attachment","bilaga","bil.","bihang"]},
  ],
  row_id: [
    {"word":"id","sv":"nr","forms":["id","#","no","no.","number","id no.","id number","identifier","nr","nr.","nummer","löpnummer","löpnr","id-nr","id-nummer"]},
    {"word":"reference","sv":"referens","forms":["reference","ref","ref.","code","referens","kod","beteckning"]},
  ],
  computed_row: [
    {"word":"total","sv":"summa","forms":["total","totals","grand total","weighted total","total score","total weight","total cost","subtotal","sub-total","sum","summa","totalt","totalsumma","viktad summa","total poäng","totalpoäng","delsumma"]},
    {"word":"average","sv":"medel","forms":["average","weighted average","mean","medel","medelvärde","genomsnitt","snitt"]},
    {"word":"score","sv":"viktad poäng","forms":["score","weighted score","overall score","rank","ranking","viktad poäng","rang","placering"]},
  ],
  signature: [
    {"word":"signature","sv":"underskrift","forms":["signature","signatures","signed","sign here","underskrift","underskrifter","signatur","namnteckning","undertecknat","namnunderskrift"]},
  ],
  remark_column: [
    {"word":"remark","sv":"kommentar","forms":["remark","comment","comments","note","notes","remarks","observation","observations","description","detail","details","explanation","rationale","reason","reasons","reasoning","justification","motivation","evidence","source","example","examples","status","frequency","kommentar","kommentarer","anteckning","anteckningar","anmärkning","anmärkningar","notering","noteringar","not","noter","beskrivning","förklaring","motivering","skäl","bevis","underlag","källa","exempel","läge","frekvens","övrigt"]},
    {"word":"sum","sv":"summa","forms":["sum","total","totals","total score","subtotal","average","avg","avg.","mean","median","weighted","weighted score","weighted total","weighted average","rank","ranking","winner","gap","difference","trend","summa","totalt","totalsumma","delsumma","totalpoäng","medel","medelvärde","genomsnitt","snitt","viktad","viktat","viktad poäng","viktat värde","viktad summa","viktat medel","rang","rangordning","placering","vinnare","skillnad","differens"]},
    {"word":"number","sv":"betyg","forms":["number","score","scores","rating","ratings","grade","points","max","max score","max points","maximum","maximum score","min","scale","year","years","hours","days","cost","price","budget","count","current","actual","have","available","missing","lacking","need","needed","target","goal","priority","version","page","betyg","omdöme","poäng","maxpoäng","högsta poäng","skala","år","timmar","dagar","kostnad","pris","antal","nuläge","nuvarande","har","finns","saknas","behov","mål","prioritet","sida"]},
  ],
  mask: [
    {"word":"level","sv":"l/m/h","forms":["level","h/m/l","l/m/h","high/medium/low","low/medium/high","high/med/low","low/med/high","hög/medel/låg","låg/medel/hög"]},
    {"word":"answer","sv":"ja/nej","forms":["answer","yes/no","y/n","yes / no","ja/nej","j/n","ja / nej"]},
  ],
  who: [
    {"word":"both","sv":"båda","forms":["both","both parties","both sides","client and supplier","the parties","båda","båda parter","båda parterna","bägge","begge","begge parter","parterna"]},
    {"word":"all","sv":"alla","forms":["all","everyone","everybody","team","the team","whole team","the whole team","all teams","alla","samtliga","teamet","hela teamet","alla team"]},
  ],
  company_form: [
    {"word":"limited","sv":"ab","forms":["limited","ltd","ltd.","llc","inc","inc.","corp","corp.","plc","co","co.","gmbh","ag","se","bv","b.v.","nv","n.v.","sa","s.a.","sarl","srl","s.r.l.","spa","s.p.a.","lda","lda.","s.l.","sl","uab","oü","sia","as","a/s","aps","asa","oy","oyj","ab oy","sp. z o.o.","d.o.o.","s.r.o.","kft","kft.","kb","hb","ab","aktiebolag","ab (publ)","(publ)"]},
  ],
  minutes: [
    {"word":"held","sv":"datum","forms":["held","held on","date","meeting date","date of meeting","when","datum","hölls","mötesdatum","mötesdag","när"]},
    {"word":"period","sv":"period","forms":["period","reporting period","month","avser","rapportperiod","månad"]},
    {"word":"chair","sv":"mötesledare","forms":["chair","chaired by","chairperson","facilitator","led by","mötesledare","ordförande","leddes av"]},
    {"word":"attended","sv":"närvarande","forms":["attended","attendees","present","participants","in attendance","närvarande","deltagare","deltog","deltar"]},
    {"word":"absent","sv":"frånvarande","forms":["absent","apologies","regrets","excused","frånvarande","förhinder","anmält förhinder"]},
  ],
  free_heading: [
    {"word":"issues","sv":"problem","forms":["issues","open issues","known issues","issue log","problems","problem","kända problem","kända fel","öppna problem"]},
    {"word":"assumptions","sv":"antaganden","forms":["assumptions","key assumptions","assumption log","antaganden","förutsättningar"]},
    {"word":"dependencies","sv":"beroenden","forms":["dependencies","key dependencies","external dependencies","beroenden","externa beroenden"]},
  ],
  level: [
    {"word":"level","sv":"nivå","forms":["level","lvl","l","tier","t","step","line","nivå","steg","n"]},
  ],
} as const;
