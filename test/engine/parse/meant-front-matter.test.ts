import assert from 'node:assert/strict';
import { fixed, governed, key, read, said, written } from './reading.ts';

const keys = 'kind: sla\ntitle: T\nstatus: active\nowner: anna\nmeasured_over: week\n';
const body =
  '\n# Payments\n\n## Incidents\n\n| Priority | Means | Respond | Restore |\n| --- | --- | --- | --- |\n| P1 | all stops | 15 minutes | 4 hours |\n';
const healthy = `---\n${keys}---\n${body}`;

describe('front matter that is meant', () => {
  it('is read without a word where it can be nothing else', () => {
    for (const text of [
      `\n\n${healthy}`,
      ` ${healthy}`,
      `\u200b${healthy}`,
      `\ufeff\n${healthy}`,
      `<!-- version 3\nof May -->\n${healthy}`,
      `<!-- a --> <!-- b -->\n\n${healthy}`,
      healthy.replace('---\n', '---\u00a0\n'),
      healthy.replace('week\n---', 'week\n ---'),
      healthy.replace('week\n---', 'week\n\u200b---\u200b'),
      healthy.replace('kind: ', 'kind:\u00a0'),
      healthy.replace('owner: anna', 'owner: “anna”'),
      healthy.replace('kind: sla', 'kind: ”sla”'),
      healthy.replace('kind: sla', 'kind: «SLA»'),
      healthy.replace('kind: sla', 'kind: sla\u200b'),
      healthy.replace('kind: sla', 'kind: [sla]'),
      healthy.replace(keys, `{${keys.trim().replaceAll('\n', ', ')}}\n`),
    ]) {
      for (const one of [text, text.replaceAll('\n', '\r\n')]) {
        const document = governed(one);
        assert.deepEqual(said(document), [], one);
        assert.deepEqual([document.kind, document.status, document.title], ['sla', 'active', 'T'], one);
        assert.equal(written(one, key(document, 'owner').source.span), 'anna', one);
        assert.equal(document.sections.get('incidents')?.rows.length, 1, one);
      }
    }
  });

  it('is read and said once where other programs see something else', () => {
    const marks = ['–––', '—', '――', '--', 'x--', '-x-', '--x', '- - -', '___'];
    for (const [text, problem] of [
      ...marks.map((mark) => [healthy.replace('---', mark), `openingDashes: ${mark}`] as const),
      ...marks.map((mark) => [healthy.replace('week\n---', `week\n${mark}`), `badClosing: ${mark}`] as const),
      [`-----\n${keys}----\n${body}`, 'openingDashes: -----'],
      ...marks.map((mark) => [`${mark}\n${keys}${mark}\n${body}`, `openingDashes: ${mark}`] as const),
      [`${keys}---\n${body}`, 'noFence: kind'],
      [`\n${keys}---\n${body}`, 'noFence: kind'],
      [`${keys}${body}`, 'noFence: kind'],
      [`---\n${keys}${body}`, 'unclosed: ---'],
      [`---\n${keys}${body}\nText.\n\n---\n\nMore.\n`, 'unclosed: ---'],
      [`---\n${keys}${body.replace('## Incidents\n', 'Incidents\n---------\n')}`, 'unclosed: ---'],
      [`# Payments\n\n${healthy.replace('# Payments\n', '')}`, 'belowTitle: ---'],
      [`\`\`\`yaml\n${keys}\`\`\`\n${body}`, 'codeBlock: ```yaml'],
      [`~~~\n---\n${keys}---\n~~~\n${body}`, 'codeBlock: ~~~'],
      [`\`\`\`markdown\n${healthy}\`\`\`\n`, 'codeBlock: ```markdown'],
    ] as const) {
      const document = governed(text);
      assert.deepEqual(said(document), [problem], text);
      assert.deepEqual([document.kind, document.status, document.title], ['sla', 'active', 'T'], text);
      assert.equal(document.sections.get('incidents')?.rows.length, 1, text);
      assert.deepEqual(said(governed(fixed(document))), [], text);
    }
  });

  it('has keys in other letters, with a fix that writes them as they are', () => {
    const document = governed('---\nKIND: SLA\n\u200bMeasured Over: week\nowner\u200b: anna\n---\n');
    assert.deepEqual(
      [key(document, 'measured_over').state, key(document, 'owner').source.text],
      ['read', 'anna'],
    );
    assert.equal(said(document).length, 3);
    const twice = governed('---\nkind: sla\nTitle: A\ntitle: B\nreport_due: 5 days\n---\n');
    assert.deepEqual([twice.title, said(twice)], ['B', ['duplicateKey: Title']]);
  });

  it('keeps kind and status where a quote or a colon is wrong', () => {
    for (const line of ['kind: "sla”', 'kind: "sla', 'kind:sla', 'kind sla', 'kind; sla']) {
      const document = governed(healthy.replace('kind: sla', line));
      assert.equal(document.kind, 'sla', line);
      assert.deepEqual([said(document).length, document.status], [1, 'active'], line);
    }
  });

  it('is not seen in what only looks like it', () => {
    for (const text of [
      'kind: sla\n',
      'kind: sla is what we call it\n\nWords.\n',
      'Note: all\nkind: of things\n',
      `# How we write\n\n\`\`\`yaml\n${keys}\`\`\`\n`,
      '```yaml\nname: x\n```\n',
      `# How we write\n\nA document begins so:\n\n---\n${keys}---\n`,
      '# A\n\n---\n\nkind: sla\n\n---\n',
      `# A\n---\n${keys}\n`,
      '\n---\n\nWords\n\n---\n',
      '—\nkind: of\n—\n',
      '***\nkind: recipe\n***\n',
      '<!-- never closed\n---\nkind: sla\n---\n',
    ]) {
      const result = read(text);
      assert.deepEqual([result.is, said(result)], ['free', []], text);
    }
  });

  it('leaves the headings of what is none to links', () => {
    assert.deepEqual(
      read('\n---\ntitle: Other\n---\n# A\n').headings.map(({ slug }) => slug),
      ['title-other', 'a'],
    );
  });
});

describe('documents of others', () => {
  it('draw nothing, whatever their kind', () => {
    for (const matter of [
      'apiVersion: v1\nkind: process\ntype: runbook',
      'kind: Proces\nmetadata:\n  name: x',
      'kind: {{ kind }}\ntitle: {{ title }}',
      'kind: <%= kind %>\ntitle: "x',
      '{% if a %}\nkind: sla\ntitle: x\n{% endif %}',
      'kind: record\nartist: Trio\nowner: anna\nstatus: active',
      'kind: goals\ntitle: {{ title }}',
      'kind: people\nlayout: page',
      'kind: recipe\nserves: 4',
    ]) {
      const result = read(`---\n${matter}\n---\n\n# Other\n\nWords.\n`);
      assert.deepEqual([result.is, said(result)], ['free', []], matter);
    }
  });

  it('are ours with a key or a section of their kind, and placeholders are filled in later', () => {
    const document = governed(
      '---\nkind: sla\nmeasured_over: {{ window }}\nlayout: page\ntitle: {{ title }}\n---\n',
    );
    assert.deepEqual(said(document), []);
    assert.deepEqual(
      ['measured_over', 'title'].map((name) => key(document, name).state),
      ['placeholder', 'placeholder'],
    );
    for (const text of [
      '---\nkind: process\ntags: [a]\n---\n\n## Steps\n\n1. Stop\n',
      '---\nkind: record\nhelt: 2026-03-01\nartist: Trio\n---\n',
      '---\nkind: process\nclaim_within: 3 days\n---\n',
    ])
      assert.equal(read(text).is, 'governed', text);
  });
});
