/**
 * What DOC019 says of a value that does not read. `value` is what was written; the other
 * placeholders are explained by the reader that fills them.
 */
export const valueMessages = {
  tooLong:
    '"{{value}}" is too long for a value. Write the value alone; explanations belong in the text below the table.',
  invisible:
    '"{{value}}" holds only characters that cannot be seen. Write a value, or leave the place empty.',
  listNotAllowed:
    '"{{value}}" is a list where one value is expected. Write one value, for example "{{example}}".',
  emptyList: '"{{value}}" lists nothing. Write at least one entry, for example "{{example}}".',

  notNumber:
    '"{{value}}" is not a number. Write digits with a point or comma before decimals, for example "48 500" or "4.2".',
  numberTooLong:
    '"{{value}}" has more than 30 digits. Write a number with at most 30 digits, for example "48 500.00".',
  ambiguousNumber: '"{{value}}" can be read in two ways, as a thousand or as a decimal. Write {{readings}}.',
  notInteger: '"{{value}}" is not a whole number. Write digits only, for example "3".',
  notScore: '"{{value}}" is not a number. Write it without a unit, for example "4" or "3.5".',
  notScale:
    '"{{value}}" is not a scale. Write "1-5", or words from lowest to highest, for example "low, medium, high".',
  notStep: '"{{value}}" is no step of a scale. Write {{steps}}.',
  notScoreOrPass:
    '"{{value}}" is neither a score nor pass or fail. Write it without a unit, for example "4", "3.5" or "pass".',
  notOfScale:
    '"{{value}}" is a score out of {{whole}}, and the scale ends at {{high}}: write it on that scale, or change "scale".',
  notBand:
    '"{{value}}" is not a number of people. Write the fewest and the most, for example "4 to 9 people".',
  rangeReversed:
    'In "{{value}}" the first end lies after the second. Write the lower or earlier end first, for example "{{example}}".',
  outOfBounds:
    '"{{value}}" is not between {{low}} and {{high}}. Write a value from {{low}} to {{high}}, for example "{{example}}".',

  notDuration:
    '"{{value}}" is not a length of time. Write a number and a unit, for example "15 minutes", "8 working hours" or "6 months".',
  durationInParts:
    '"{{value}}" cannot be stated exactly in one unit. Write one number and one unit, for example "90 minutes" or "6 weeks".',
  durationNotWhole:
    '"{{value}}" is not a whole number of months, quarters or years. Write whole ones, for example "18 months".',
  durationTooLong:
    '"{{value}}" is longer than a thousand years. Write a shorter length, for example "6 months".',
  workingTooLong:
    '"{{value}}" is longer than 10,000 working days of 8 hours. Write a shorter length, for example "10 working days".',
  minutesOrMonths:
    '"{{value}}" can mean minutes or months. Write which, for example "5 minutes" or "5 months".',
  notALength: '"{{value}}" is no length of time. Write one, for example "0 minutes" or "30 minutes".',
  weekdayOrWorkingDay:
    '"{{value}}" includes Saturday in Swedish usage. Write "arbetsdagar" for working days, for example "5 arbetsdagar".',
  bankDay:
    '"{{value}}" does not follow the team\'s calendar. Write "arbetsdagar" for working days, for example "5 arbetsdagar".',

  notPercent: '"{{value}}" is not a percentage. Write a number and the percent sign, for example "99.9 %".',
  notMoney:
    '"{{value}}" is not an amount of money. Write the amount and the currency code, for example "48 500 EUR" or "48 500 EUR per month".',
  noCurrency:
    '"{{value}}" has no currency. Write its ISO 4217 code after the amount, for example "48 500 EUR".',
  unknownCurrency: '"{{value}}" is not an ISO 4217 currency code. Write one, for example "EUR" or "SEK".',
  whichCrowns: '"{{value}}" can be Swedish, Danish or Norwegian. Write the currency code, for example "SEK".',
  tooManyMinorDigits:
    '"{{value}}" has more decimals than {{currency}}, which has {{digits}}. Write for example "{{example}}".',
  notQuantity:
    '"{{value}}" is not a quantity. Write a number and its unit, for example "at most 800 ms", "at least 4.2 of 5" or "99.9 %".',
  notAvailability: '"{{value}}" is no availability: write a percentage of the time, for example "99.9 %".',
  shareOrPercent: '"{{value}}" can be a percentage or a share. Write {{readings}}.',
  notBasis: '"{{value}}" is neither "fee" nor an amount of money. Write "fee", or for example "48 500 EUR".',

  notDate:
    '"{{value}}" is not a date. Write year, month and day, for example "2027-06-30", or count from a named date, for example "end - 14 days", "sprint 5 + 5 days" or "Pilot + 2 weeks".',
  notPlainDate: '"{{value}}" is not a date. Write year, month and day, for example "2027-06-30".',
  noSuchDate:
    '"{{value}}" does not exist: {{reason}}. Write a day of the calendar, for example "2027-06-30".',
  farDate:
    '"{{value}}" is more than 100 years from the start of the engagement on {{start}}. Write the day that is meant, for example "2027-06-30".',
  farYear:
    '"{{value}}" does not lie between {{first}} and {{last}}. Write the day that is meant, for example "2027-06-30".',
  farFromAnchor:
    '"{{value}}" is more than 100 years from what it is counted from. Write a shorter length, for example "end - 14 days".',
  notDateOrYesNo:
    '"{{value}}" is neither a date nor yes or no. Write for example "2027-06-30", "yes" or "no".',
  notYesNo: '"{{value}}" is neither yes nor no. Write "yes" or "no".',
  notPeriod:
    '"{{value}}" is not a period. Write for example "2026", "2026-Q4", "2026-10", "2026-W46" or "2026-07-01 to 2026-08-15".',
  noSuchPeriod:
    '"{{value}}" does not exist: {{reason}}. Write for example "2026-Q4", "2026-10" or "2026-W46".',
  periodTooLong:
    '"{{value}}" is longer than 30 years. Write a shorter period, for example "2026-10" or "2026-Q4".',

  notRenewal: '"{{value}}" is not a renewal. Write "none", "automatic, 12 months" or "option, 12 months".',
  notMeasuredOver:
    '"{{value}}" is not a window of measurement. Write "calendar month", "calendar quarter", "calendar year", "week", or for example "30 days rolling".',
  rollingUnit:
    '"{{value}}" is not a rolling window. It has a fixed length in hours, days or weeks; write for example "30 days rolling".',
  rollingTooLong:
    '"{{value}}" is longer than 30 years. Write a shorter window, for example "30 days rolling".',
  notEvery:
    '"{{value}}" does not say how often. Write for example "week", "2 weeks", "month" or "even weeks".',
  notWhen:
    '"{{value}}" does not say when. Write for example "Tuesday 09:30", "second Thursday 13:00", "first Sunday 02:00-06:00" or "last working day".',
  noSuchTime:
    '"{{value}}" is not a time of day. Write hours from 00:00 to 23:59, for example "09:30"; 24:00 only ends a day.',
  noSuchDay: '"{{value}}" is not a day of a month. Write a day from 1 to 31, for example "day 15".',
  notHours:
    '"{{value}}" does not read as hours. Write for example "08:00-17:00", "Monday-Saturday 06:00-22:00", "24x7", "office hours" or the name of a team.',
  daysTwice:
    '"{{value}}" names a day that has hours already. Name each day once, for example "Monday-Thursday 08:00-17:00, Friday 08:00-16:00".',
  hoursWithoutDays:
    '"{{value}}" gives hours without days beside those of certain days. Write the days of each, for example "Monday-Thursday 08:00-17:00, Friday 08:00-16:00".',
  notDays:
    '"{{value}}" are not days of the week. Write for example "Monday-Friday", "Mon, Wed" or "every day".',
  vagueDays:
    '"{{value}}" does not say which days. Write them, for example "Monday-Friday"; holidays have their own column.',
  holidaysElsewhere:
    '"{{value}}" leaves out holidays, which have their own column. Write the days alone, for example "Monday-Friday".',

  notZone: '"{{value}}" is not a time zone. Write an IANA zone, for example "Europe/Stockholm".',
  zoneAbbreviation:
    '"{{value}}" is no time zone that knows summer time. Write an IANA zone, for example "{{example}}".',
  notCountry: '"{{value}}" is not an ISO 3166-1 country code. Write two letters, for example "SE".',
  notRegion:
    '"{{value}}" is not a country, a region, a date or "eves". Write for example "SE", "IN-WB" or "2026-12-24".',
  notLanguage: '"{{value}}" is not a language tag. Write one, for example "sv", "en" or "en-GB".',
  notEmail: '"{{value}}" is not an e-mail address. Write one, for example "anna.lind@example.com".',
  notWord: '"{{value}}" is not one of the words that may stand here. Write {{words}}.',
  markAlone: '"{{value}}" alone says one thing to some and another to others. Write {{words}}.',
  notRaci: '"{{value}}" is not a RACI letter. Write "R", "A", "R/A", "C" or "I", or leave the cell empty.',
  notDigest:
    '"{{value}}" is not a digest. It is written by the tool: "sha256-" and 64 hexadecimal digits, for example "sha256-9f86d081...".',
  notPath:
    '"{{value}}" is not a path within a repository. Write a pattern from its root, for example "services/checkout/**" or "org/repo: src/**".',
} as const;

export type ValueMessageId = keyof typeof valueMessages;
