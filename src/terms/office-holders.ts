/**
 * Who held which office when: facts of public record, for functions told without a name ("la chancelière
 * allemande", 2015) and for what the press calls a person. A help only, and a table to extend.
 */
export interface OfficeHolder {
  readonly name: string;
  /** What the person is called for short in each spelling, where no other word is spelt so: "Le Drian", "Xi Jinping". */
  readonly shortNames: readonly string[];
  readonly isWoman: boolean;
  /** As encounters read it from "le chef de la diplomatie": one for all the ways to say it. */
  readonly office: string;
  /** Country code of world-countries, or EU, NATO, UN. */
  readonly country: string;
  /** First and last day, ISO; null while in office. */
  readonly from: string;
  readonly to: string | null;
}

/** Office, country, name, days. In brackets the short name and its other spelling, where it is not the last word. */
const HOLDERS = `
head-of-state US Bill Clinton 1993-01-20 2001-01-20
head-of-state US George W. Bush 2001-01-20 2009-01-20
head-of-state US Barack Obama 2009-01-20 2017-01-20
head-of-state US Donald Trump 2017-01-20 2021-01-20
head-of-state US Joe Biden 2021-01-20 2025-01-20
head-of-state US Donald Trump 2025-01-20 -
foreign-minister US Mme [Condoleezza Rice] 2005-01-26 2009-01-20
foreign-minister US Mme Hillary Clinton 2009-01-21 2013-02-01
foreign-minister US John Kerry 2013-02-01 2017-01-20
foreign-minister US Rex Tillerson 2017-02-01 2018-03-31
foreign-minister US Mike Pompeo 2018-04-26 2021-01-20
foreign-minister US Antony Blinken 2021-01-26 2025-01-20
foreign-minister US Marco Rubio 2025-01-21 -
head-of-state RU Vladimir Poutine 2000-05-07 2008-05-07
head-of-state RU Dmitri Medvedev 2008-05-07 2012-05-07
head-of-state RU Vladimir Poutine 2012-05-07 -
head-of-government RU Dmitri Medvedev 2012-05-08 2020-01-15
foreign-minister RU Sergueï Lavrov 2004-03-09 -
minister_defense RU Sergueï Choïgou 2012-11-06 2024-05-12
head-of-state FR Jacques Chirac 1995-05-17 2007-05-16
head-of-state FR Nicolas Sarkozy 2007-05-16 2012-05-15
head-of-state FR François Hollande 2012-05-15 2017-05-14
head-of-state FR Emmanuel Macron 2017-05-14 -
head-of-government FR François Fillon 2007-05-17 2012-05-10
head-of-government FR Jean-Marc Ayrault 2012-05-15 2014-03-31
head-of-government FR [Manuel Valls] 2014-03-31 2016-12-06
head-of-government FR Bernard Cazeneuve 2016-12-06 2017-05-10
head-of-government FR [Edouard Philippe] 2017-05-15 2020-07-03
head-of-government FR Jean Castex 2020-07-03 2022-05-16
head-of-government FR Mme [Elisabeth Borne] 2022-05-16 2024-01-09
head-of-government FR Gabriel Attal 2024-01-09 2024-09-05
foreign-minister FR Alain Juppé 2011-02-27 2012-05-10
foreign-minister FR Laurent Fabius 2012-05-16 2016-02-11
foreign-minister FR Jean-Marc Ayrault 2016-02-11 2017-05-10
foreign-minister FR Jean-Yves [Le Drian] 2017-05-17 2022-05-20
foreign-minister FR Mme [Catherine Colonna] 2022-05-20 2024-01-11
foreign-minister FR [Stéphane Séjourné] 2024-01-12 2024-09-21
foreign-minister FR Jean-Noël Barrot 2024-09-21 -
head-of-government DE Gerhard Schröder 1998-10-27 2005-11-22
head-of-government DE Mme Angela Merkel 2005-11-22 2021-12-08
head-of-government DE Olaf Scholz 2021-12-08 2025-05-06
head-of-government DE Friedrich Merz 2025-05-06 -
foreign-minister DE Frank-Walter Steinmeier 2013-12-17 2017-01-27
foreign-minister DE [Heiko Maas] 2018-03-14 2021-12-08
foreign-minister DE Mme Annalena Baerbock 2021-12-08 2025-05-06
head-of-government GB Tony Blair 1997-05-02 2007-06-27
head-of-government GB [Gordon Brown] 2007-06-27 2010-05-11
head-of-government GB David Cameron 2010-05-11 2016-07-13
head-of-government GB Mme Theresa May 2016-07-13 2019-07-24
head-of-government GB Boris Johnson 2019-07-24 2022-09-06
head-of-government GB Rishi Sunak 2022-10-25 2024-07-05
head-of-government GB Keir Starmer 2024-07-05 -
head-of-state TR Recep Tayyip Erdogan 2014-08-28 -
head-of-government TR Recep Tayyip Erdogan 2003-03-14 2014-08-28
foreign-minister TR Mevlut Cavusoglu 2015-11-24 2023-06-03
foreign-minister TR Hakan Fidan 2023-06-03 -
head-of-state CN [Hu Jintao] 2003-03-15 2013-03-14
head-of-state CN [Xi Jinping] 2013-03-14 -
foreign-minister CN [Wang Yi] 2013-03-16 2022-12-30
foreign-minister CN [Wang Yi] 2023-07-25 -
head-of-state UA Petro Porochenko 2014-06-07 2019-05-20
head-of-state UA Volodymyr Zelensky 2019-05-20 -
foreign-minister UA Dmytro Kuleba 2020-03-04 2024-09-05
head-of-state SY Bachar el-[Assad] 2000-07-17 2024-12-08
head-of-state BY Alexandre Loukachenko 1994-07-20 -
head-of-state IR Mahmoud Ahmadinejad 2005-08-03 2013-08-03
head-of-state IR Hassan Rohani 2013-08-03 2021-08-03
head-of-state IR Ebrahim Raïssi 2021-08-03 2024-05-19
guide_supreme IR Ali Khamenei 1989-06-04 -
foreign-minister IR Mohammad Javad Zarif 2013-08-15 2021-08-25
head-of-state EG Abdel Fattah al-[Sissi] 2014-06-08 -
head-of-government IL Benjamin [Netanyahu|Netanyahou] 2009-03-31 2021-06-13
head-of-government IL Benjamin [Netanyahu|Netanyahou] 2022-12-29 -
head-of-state PS Mahmoud Abbas 2005-01-15 -
head-of-state KP [Kim Jong-un] 2011-12-17 -
head-of-government IT Mario Draghi 2021-02-13 2022-10-22
head-of-government IT Mme Giorgia Meloni 2022-10-22 -
head-of-government ES Mariano Rajoy 2011-12-21 2018-06-02
head-of-government ES Pedro Sanchez 2018-06-02 -
head-of-government GR Alexis Tsipras 2015-01-26 2019-07-08
head-of-government HU Viktor Orban 2010-05-29 -
head-of-state PL Andrzej Duda 2015-08-06 2025-08-06
head-of-government PL Donald Tusk 2007-11-16 2014-09-22
head-of-government PL Donald Tusk 2023-12-13 -
head-of-government IN Narendra Modi 2014-05-26 -
head-of-government JP [Shinzo Abe] 2012-12-26 2020-09-16
head-of-government CA Justin Trudeau 2015-11-04 2025-03-14
head-of-state BR Jair Bolsonaro 2019-01-01 2023-01-01
head-of-state BR Luiz Inacio [Lula] da Silva 2023-01-01 -
head-of-state VE Nicolas Maduro 2013-04-19 -
head-of-state DZ Abdelmadjid Tebboune 2019-12-19 -
head-of-state DZ Abdelaziz Bouteflika 1999-04-27 2019-04-02
head-of-state TN Kaïs Saïed 2019-10-23 -
head-of-state CI Alassane Ouattara 2011-05-06 -
head-of-state AZ Ilham Aliev 2003-10-31 -
head-of-government AM Nikol Pachinian 2018-05-08 -
foreign-minister EU Mme Federica Mogherini 2014-11-01 2019-11-30
foreign-minister EU Josep Borrell 2019-12-01 2024-11-30
president_commission_europeenne EU Jean-Claude Juncker 2014-11-01 2019-11-30
president_commission_europeenne EU Mme Ursula [von der Leyen] 2019-12-01 -
pape VA [Benoît XVI] 2005-04-19 2013-02-28
pape VA François 2013-03-13 2025-04-21
secretaire-general UN [Ban Ki-moon] 2007-01-01 2016-12-31
secretaire-general UN Antonio Guterres 2017-01-01 -
secretaire-general NATO Jens Stoltenberg 2014-10-01 2024-10-01
secretaire-general NATO Mark Rutte 2024-10-01 -
`;

const ROW = /^(\S+) ([A-Z]{2,4}) (Mme )?(.+) (\d{4}-\d\d-\d\d) (\S+)$/u;

export const officeHolders: readonly OfficeHolder[] = HOLDERS.trim().split("\n").map(readRow);

function readRow(row: string): OfficeHolder {
  const [, office = "", country = "", civility, name = "", from = "", to = ""] =
    ROW.exec(row) ?? [];
  return {
    name: name.replace(/\|[^\]]+|[[\]]/gu, ""),
    shortNames: (/\[(.+)\]/u.exec(name)?.[1] ?? name.slice(name.lastIndexOf(" ") + 1)).split("|"),
    isWoman: civility !== undefined,
    office: office.replaceAll("_", " "),
    country,
    from,
    to: to === "-" ? null : to,
  };
}
