/** What DOC001, DOC020, DOC021 and DOC026 say of a document; the parser fills the placeholders. */
export const parseMessages = {
  DOC001: {
    unclosed:
      'Front matter has no closing line: write three dashes, "---", on a line of their own below the last key.',
    openingDashes: '"{{written}}" does not open front matter: write exactly three dashes.',
    noFence:
      'Front matter begins here without its opening line: write three dashes, "---", on a line of their own above the first key, and below the last.',
    belowTitle:
      'Front matter stands below a heading, where other programs do not look for it: move it to the top of the file.',
    codeBlock:
      '"{{written}}" makes front matter a block of code: write three dashes, "---", above the first key and below the last instead.',
    openingComment:
      '"{{written}}" stands behind the three dashes that open front matter: move the comment to a line of its own.',
    languageTag:
      '"{{tag}}" is a language tag, and front matter is plain YAML: nothing of it was run or read. Leave the three dashes alone.',
    badClosing: '"{{written}}" does not close front matter: write exactly three dashes.',
    matterTooLong:
      'Front matter is longer than 64 KiB and was not read: move what is no key and value into the body.',
    emptyLines:
      'Front matter has more than {{count}} empty {{count|line|lines}} in a row and was not read: remove them.',
    nulByte: 'Front matter holds a NUL character: remove it, or save the file as UTF-8 text.',
    syntax:
      'Front matter does not read as YAML here: {{reason}}. Write one key, a colon and its value on each line, with quotes around a value that holds ": " or " #".',
    openQuote:
      '"{{value}}" stands behind a quote that nothing closes: write the same quote at the end of the value, or remove this one.',
    tooDeep: 'Front matter is nested too deep: write one key, a colon and its value on each line.',
    notMap: 'Front matter holds no keys: write one key, a colon and its value on each line.',
    tooManyAliases: 'Front matter has more than {{count}} {{count|alias|aliases}}: write the values out.',
    duplicateKey: '"{{key}}" stands here a second time, and only the first is read: remove one of them.',
    nestedMap:
      'The value of "{{key}}" is a map of its own: front matter is flat, so give each value a key of its own, or write rows in a table.',
    listOfLists:
      'The value of "{{key}}" is a list of more than texts: write a list of plain values, or rows in a table.',
    tooLong: 'This file is larger than 2 MiB and was not read: split it.',
    unreadable: 'This file cannot be read: {{reason}}.',
    invalidUtf8: 'This file holds bytes that are not UTF-8: save it as UTF-8.',
    conflict:
      'Two versions stand here, left by a merge: keep what is right and remove the lines of "<<<<<<<", "=======" and ">>>>>>>".',
    sharedKey:
      '"{{key}}" means one thing for {{kind}} and another for {{other}}, and sections of both stand here: move one of them to a document of its own.',
  },
  DOC020: {
    leadTable:
      'This table has columns of "{{section}}" and stands under no heading for it, so that nothing of it is checked: write the heading above it.',
    leadHeading:
      'The table below has the columns of "{{section}}" and stands under "{{heading}}", which is no section, so that nothing of it is checked: rename the heading.',
    titleIsNoLead:
      '"{{heading}}" is the only heading of level 1 and so the title of the document; the table below it is not read. Make it a heading of level 2 if it is a section.',
    nearLead: '"{{heading}}" is no section, so that the table below is not read; did you mean "{{near}}"?',
    cards:
      'Cards of "{{section}}" begin here, with {{columns}}, and only rows of a table are read: make a table of them.',
    secondHeading:
      '"{{section}}" has a table here for the second time in this document, and only the first is read: move the rows to the first.',
    twoHeaders:
      '"{{header}}" and "{{first}}" both mean the column "{{column}}", and only the first is read: remove or rename one.',
    surplusCells:
      '"{{cells}}" stands beyond the last column, where GitHub does not show it: the table has {{count}} {{count|column|columns}}. A "|" inside of a cell is written "\\|".',
    tooManyRows:
      'This table has {{count}} {{count|row|rows}} and was not read: at most {{most}} {{most|is|are}}.',
    gridTable:
      'This is a Pandoc grid table, which GitHub shows as plain text; it was not read. Write it as a pipe table.',
    simpleTable:
      'This is a Pandoc table drawn with dashes, which GitHub shows as plain text; it was not read. Write it as a pipe table.',
    htmlTable: 'This is an HTML table, which was not read: write it as a pipe table.',
    rowWithoutPipe:
      '"{{line}}" stands directly below a table, so GitHub makes it a row: put an empty line before it, or pipes around its cells.',
    tabRows:
      'Tabs divide the cells of these lines, so GitHub shows no rows here and nothing of them is read: write pipes between the cells.',
    gapRows:
      'Only blanks divide the cells of these lines, so GitHub shows no rows here and nothing of them is read: write pipes between the cells.',
    markRows:
      '"{{mark}}" divides the cells of these lines and is no pipe, so GitHub shows no rows here and nothing of them is read: write "|" between the cells.',
    codeRows:
      'These lines begin four blanks or more from the margin, so GitHub shows them as code and nothing of them is read: begin them at the margin.',
    missingCell:
      'This row has {{found}} {{found|cell|cells}} and the header {{count}}: a cell is missing before "{{cell}}", and nothing from there on is read.',
    missingPipe:
      'This row has {{found}} {{found|cell|cells}} and the header {{count}}: a pipe seems to be missing in "{{cell}}", and nothing from there on is read.',
    doubledPipe:
      'This row has {{found}} {{found|cell|cells}} and the header {{count}}: two pipes stand here side by side, and nothing behind them is read.',
    brokenDashes:
      '"{{line}}" is no line of dashes as GitHub reads it, so it shows no table: write "{{dashes}}" in its place.',
    noDashes:
      'These lines are no table, since no line of dashes stands below the first: write "{{dashes}}" there.',
    dashesDiffer:
      'This line of dashes has {{dashes}} {{dashes|cell|cells}} and the header above has {{count}}, so GitHub shows no table: give both the same number.',
    cutTable:
      'These rows are cut off from the table above and GitHub shows them as text: remove what stands between.',
    rowsUnderHeading:
      'These rows are cut off from the table above by the heading "{{heading}}", under which no table is read: move them above it.',
    tableUnderHeading:
      'This table has the columns of "{{section}}" and stands under "{{heading}}", where it is not read: give it a heading of its own.',
    tableAlone:
      'This table has columns of "{{section}}" and stands below no heading, so it is not read: give it one.',
    hashHeader:
      'GitHub takes the "#" at the beginning of this header for the mark of a heading, so it shows no table: begin each line with a pipe.',
    swallowedTable:
      'GitHub takes these lines for more of the text above: put an empty line before them, and begin them at the margin.',
    oddIndent:
      'This row begins with a space that is neither a blank nor a tab, so GitHub shifts its cells: remove it.',
    nestedTooDeep:
      'Lists and quotes stand here in one another more than {{most}} deep, and the marks beyond were read as text: use fewer levels.',
    longText:
      'This text is longer than {{most}} {{most|character|characters}}, and its links and other marks were not read: divide it.',
    deepBrackets:
      'More than {{most}} {{most|bracket stands|brackets stand}} open here in one another, and links and other marks of this text were not read: close them, or divide the text.',
    noColumn:
      'No column of this table is one of "{{section}}", so nothing of it is read: write its columns, which are {{columns}}, or give the table a heading of its own.',
    namesDown:
      '"{{header}}" stands down the side, so nothing is read: "{{section}}" needs {{column}} there, and a column for each name.',
    lettersAcross:
      '{{headers}} stand in the header and names below them, so nothing is read: "{{section}}" needs a column for each name, with letters in its cells.',
    fewColumns:
      'Of this table only {{known}} could be read as "{{section}}", and not {{others}}, so nothing of it is: the columns of "{{section}}" are {{columns}}.',
    columnsLeft:
      'This table is read as "{{section}}" without {{others}} and lacks {{columns}}: rename what is meant, or add what is missing.',
    listForTable:
      '"{{section}}" is a table, and nothing is read of a list: write each item as a row, with who and by when.',
    otherKind: '"{{section}}" is read only in a document of kind "{{kind}}": move the section there.',
  },
  DOC026: {
    nearKind: '"{{kind}}" is no kind of document, and this one was read as "{{near}}": write that.',
    nearKindKey: '"{{key}}" is no key, and was read as "kind": write that.',
    noKind:
      'This file is called engagement.md and gives no kind; it was read as an engagement: write "kind: engagement".',
    otherKind:
      '"{{kind}}" is no kind of document, and this one was read as an engagement, as its keys and its name say: write "engagement".',
  },
  DOC021: {
    nearKey: '"{{key}}" is no key of this kind; did you mean "{{near}}"?',
    otherSpelling:
      '"{{key}}" was read as the key "{{near}}": write it so, for other programs do not know it.',
    nearKind: '"{{kind}}" is no kind of document; did you mean "{{near}}"?',
    nearColumn: '"{{header}}" is no column of "{{section}}"; did you mean "{{near}}"?',
    noHeader:
      'This column has no header, so nothing below it is read: write the name of a column of "{{section}}", or another word if it is meant for readers alone.',
    otherHeader:
      '"{{header}}" is another word for the column "{{column}}", which "{{first}}" names already, so it is not read: rename it if it means something else.',
    otherHeading:
      '"{{section}}" is another word for what stands under "{{own}}", so the table below it is not read: move its rows there if they belong to it.',
    nearHeading: '"{{heading}}" is no section; did you mean "{{near}}"?',
    meantHeading:
      'This line is read as a heading, but GitHub shows "{{line}}" as text: write "{{heading}}" in its place.',
    nearMeantHeading: '"{{line}}" is no heading; did you mean "{{heading}}"?',
    titleIsNoSection:
      '"{{heading}}" is the only heading of level 1 and so the title of the document; the table below it is not read. Make it a heading of level 2 if it is a section.',
    nearWord: '"{{word}}" is not among the known words; did you mean "{{near}}"?',
    columnsOf:
      'The table below has the columns of "{{section}}" but "{{heading}}" is no section: rename the heading if that is what it means.',
    usualTable:
      'This table has columns of "{{section}}" and stands under no heading for it, so that nothing of it is checked: write the heading above it if that is what it means.',
    dividedName:
      '"{{name}}" holds "{{mark}}", where a list of names is divided: a list that names it can be read as several names. Choose a name without it.',
    textOnly:
      '"{{section}}" is read from a table, and no table stands here, so nothing of this text is checked: write a table with {{columns}}.',
    shortRow:
      'This row has {{found}} {{found|cell|cells}} and the header {{count}}, so its last ones are read as empty: write an empty cell for each, or the one that is missing.',
    outerPipe:
      '"{{mark}}" stands where a pipe stands at the end of the header, so it is read as part of the cell: write "|" if that is meant.',
    nestedTable:
      'This table stands in a list or a quote, where it is an example and not read: move it to the margin if it is meant.',
  },
} as const;
