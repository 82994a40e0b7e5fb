// The files that `npm run new` writes: small ones that work, to be changed into what is wanted.

import { toDo } from './to-do.ts';

export const ruleMessage = 'The title is "{{title}}": say what the document governs.';
export const factSummary = 'How many active documents of this kind the engagement has';

export function ruleText(code: string, name: string, kind: string, since: string): string {
  const any = kind === 'any';
  return `import { defineRule } from '${any ? '../define.ts' : '../../../rules/define.ts'}';

export default defineRule({
  code: '${code}',
  name: '${name}',
  meta: {
    kinds: ['${any ? '*' : kind}'],
    reads: ['${any ? '*' : kind}/title'],
    summary: 'Forbid a title that nobody has written yet',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '${since}',
  },
  messages: {
    unwritten: '${ruleMessage}',
  },
  document(document, _view, report) {
    ${any ? '' : `if (document.kind !== '${kind}') return;\n    `}if (document.title !== 'To be written') return;
    report.wrong({ document, span: document.titleSpan, at: 'title' }, 'unwritten', { title: document.title });
  },
});
`;
}

/** One page that a reviewer can read: what is reported, and what is not. */
export function fixtureText(code: string, name: string, kind: string): string {
  return `# ${code} ${name}

Nobody finds a document without a title of its own. (Say here, in two sentences, why the rule exists.)

## Beside every case

\`\`\`\`md path=${kind}.md
---
kind: ${kind}
title: Payment platform
status: active
---
\`\`\`\`

## reports a title that nobody has written yet (example)

\`\`\`\`md change=${kind}.md
---
title: To be written
---
\`\`\`\`

\`\`\`\`findings
${kind}.md:3:8-3:21 warning The title is "To be written": say what the document governs.
\`\`\`\`

## is silent once it says something (good example)

\`\`\`\`findings
\`\`\`\`
`;
}

export function kindSchemaText(name: string): string {
  return JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: titleOf(name),
    description: descriptionOf(name),
    type: 'object',
    'x-title-sv': `${toDo}${titleOf(name)}`,
    'x-plural': pluralOf(name),
    'x-plural-sv': `${toDo}${pluralOf(name)}`,
    'x-series': false,
    'x-named-by': [],
    'x-codes': [],
    'x-pillar': { name: 'alignment', turn: 1 },
    'x-phases': {},
    'x-sections': ['notes'],
    'x-lead': ['notes'],
    'x-lead-anywhere': false,
    allOf: [{ $ref: '../common.json' }],
    properties: {},
    required: ['owner'],
  });
}

export function factText(name: string, kind: string): string {
  return `import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';

export default defineFact({
  name: '${name}',
  kinds: ['${kind}'],
  reads: ['${kind}/status'],
  unit: 'integer',
  summary: '${factSummary}',
  asOf: false,
  compute(view) {
    const [first, ...others] = view.documentsOf('${kind}');
    if (!first) return [];
    const count = String(others.length + 1);
    return [
      { at: { document: first, span: first.kindSpan, at: 'kind' }, value: count, how: say('documents of this kind: {{count}}', { count }) },
    ];
  },
});
`;
}

/** A fixture of a fact compares its line and nothing else. */
export function factFixtureText(name: string, kind: string): string {
  const document = (title: string, status: string): string => `---
kind: ${kind}
title: ${title}
status: ${status}
owner: anna
---
`;
  return `# ${name}

## Beside every case

\`\`\`\`md path=first.md
${document('First', 'active')}\`\`\`\`

## counts each document that is active

\`\`\`\`md path=second.md
${document('Second', 'active')}\`\`\`\`

\`\`\`\`facts
first.md:2:7 kind = 2 integer <- documents of this kind: 2
\`\`\`\`

## leaves out a draft

\`\`\`\`md path=second.md
${document('Second', 'draft')}\`\`\`\`

\`\`\`\`facts
first.md:2:7 kind = 1 integer <- documents of this kind: 1
\`\`\`\`
`;
}

export function templateText(name: string, language: 'en' | 'sv'): string {
  const [status, notes] = language === 'en' ? ['draft', 'Notes'] : ['utkast', 'Anteckningar'];
  return `---
kind: ${name}
title: {{title}}
status: ${status}
owner: {{owner}}
language: ${language}
---

# {{title}}

## ${notes}

`;
}

export function descriptionOf(kind: string): string {
  return `What a ${titleOf(kind).toLowerCase()} is for, in one or two sentences that teach.`;
}

function pluralOf(kind: string): string {
  return `${titleOf(kind).toLowerCase()}s`;
}

export function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
