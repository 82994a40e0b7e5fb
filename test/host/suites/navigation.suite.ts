import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, open, outrigger, positionOf, replace, untilShown } from './window.ts';

describe('hovers and definitions', () => {
  before(async () => {
    await (await outrigger()).settled();
  });

  afterEach(async () => {
    await closeEditors();
    await (await outrigger()).settled();
  });

  for (const [path, marked, ...expected] of [
    [
      'engagement.md',
      'end: 2027-0^6-30',
      /\*\*Last day to start leaving: 2026-10-30\*\*/,
      /handover takes 6 months, so it must begin by 2026-12-30/,
    ],
    [
      'engagement.md',
      'opt_out: 9^0 days',
      /\*\*Last day to refuse the renewal: 2027-04-01\*\*/,
      /How long before the end renewal must be refused/,
    ],
    ['engagement.md', 'notice: 6 mon^ths', /\*\*Last day to give notice: 2026-12-30\*\*/],
    ['sla.md', 'Payment gateway | availability | 99.9^ %', /Allowed downtime: .*\b\d+ s/],
    [
      'sla.md',
      'Let a new engineer in | sam^ira',
      /\*\*samira\*\*/,
      /People in \[People and teams, card platform\]/,
      /Samira Haddad/,
    ],
    ['sla.md', '| Service | Measure | Tar^get', /\*\*Target\*\*/],
    ['ownership-map.md', '| Activity | hed^vig |', /\*\*hedvig\*\*/, /Hedvig Almström/],
  ] as const) {
    it(`show at "${marked}" of ${path} what is known of it`, async () => {
      const { document } = await open(path);
      const text = await hoverAt(document, positionOf(document, marked));
      for (const pattern of expected) assert.match(text, pattern);
    });
  }

  it('tell facts as of today, which without a zone in a config is that of UTC', async () => {
    const { document } = await open('communication-plan.md');
    const [meeting] = document.getText().match(/^\| [^|]+(?=\| week)/m) ?? [];
    assert.ok(meeting);
    const text = await hoverAt(document, positionOf(document, `^${meeting}| week`.replace('^| ', '| ^')));
    const days = [-1, 0, 1].map((shift) =>
      new Intl.DateTimeFormat('sv', { timeZone: 'UTC' }).format(Date.now() + shift * 60_000),
    );
    assert.ok(
      days.some((day) => text.includes(` to ${day},`)),
      text,
    );
  });

  it('show nothing in prose', async () => {
    const { document } = await open('engagement.md');
    const position = positionOf(document, 'Sundholm Kort wants wallet pay^ments');
    assert.equal(await hoverAt(document, position), '');
    assert.equal((await definitionsAt(document, position)).length, 0);
  });

  it('lead from a name to its row in another document', async () => {
    const { document } = await open('sla.md');
    const [found] = await definitionsAt(document, positionOf(document, 'Answer what blocks a P1 | hed^vig'));
    await leads(found, 'people.md', 'hedvig');
  });

  it('lead from a name to its row in the same document, and from the row nowhere', async () => {
    const { document } = await open('sla.md');
    const [found] = await definitionsAt(
      document,
      positionOf(document, 'critical | Card vault, Acquirer sw^itch'),
    );
    await leads(found, 'sla.md', 'Acquirer switch');
    const own = positionOf(document, '| Acquirer sw^itch | 24x7');
    assert.equal((await definitionsAt(document, own)).length, 0);
  });

  it('lead from a column of Who does what to the person it is named after', async () => {
    const { document } = await open('ownership-map.md');
    const [found] = await definitionsAt(document, positionOf(document, '| Activity | hedvig | os^kar |'));
    await leads(found, 'people.md', 'oskar');
  });

  it('lead to and from texts that are not saved yet', async () => {
    const people = await open('people.md');
    await replace(
      people,
      '| hedvig | Hedvig',
      '| vilma | Vilma Ek | client | lawyer | Europe/Stockholm | | | |\n| hedvig | Hedvig',
    );
    const sla = await open('sla.md');
    await replace(sla, 'Answer what blocks a P1 | hedvig', 'Answer what blocks a P1 at once | vilma');
    assert.ok(people.document.isDirty && sla.document.isDirty);
    const position = positionOf(sla.document, 'at once | vil^ma');
    await untilShown(
      async () => (await definitionsAt(sla.document, position)).length === 1,
      () => 'no definition is found',
    );
    const [found] = await definitionsAt(sla.document, position);
    await leads(found, 'people.md', 'vilma');
    assert.match(await hoverAt(sla.document, position), /Vilma Ek/);
  });
});

/** What hovers say, without the marks that keep it from being read as Markdown. */
async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  await (await outrigger()).settled();
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

async function definitionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly vscode.LocationLink[]> {
  await (await outrigger()).settled();
  return await vscode.commands.executeCommand<readonly vscode.LocationLink[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
}

/** A definition selects this name in this document. */
async function leads(found: vscode.LocationLink | undefined, path: string, name: string): Promise<void> {
  assert.ok(found);
  assert.equal(found.targetUri.toString(), at(path).toString());
  const target = await vscode.workspace.openTextDocument(found.targetUri);
  assert.equal(target.getText(found.targetSelectionRange), name);
  assert.match(target.getText(found.targetRange), /\|/);
}
