import assert from 'node:assert/strict';
import { createEngine, type Engine } from '../../extension/engine/index.ts';
import { exampleFiles } from '../support/example-files.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';

const asOf = '2026-11-23';

/** A new name for a row of a document; what is history keeps the old one. */
interface Rename {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const renames: readonly Rename[] = [
  { what: 'a person', file: 'people.md', from: 'beatriz', to: 'bea.fonseca' },
  { what: 'a person who signed', file: 'people.md', from: 'hedvig', to: 'h.almstrom' },
  { what: 'a team', file: 'people.md', from: 'Porto team', to: 'Porto crew' },
  { what: 'a service', file: 'sla.md', from: 'Payment gateway', to: 'Purchase entrance' },
  { what: 'a service that others depend on', file: 'sla.md', from: 'Acquirer switch', to: 'Junction' },
  { what: 'a component', file: 'ownership-map.md', from: 'Platform and pipelines', to: 'Foundation' },
  { what: 'a KPI', file: 'goals.md', from: 'Declined by our own fault', to: 'Refused for nothing' },
  { what: 'a milestone', file: 'goals.md', from: 'Wallet payments for everyone', to: 'Wallets for all' },
  { what: 'a topic', file: 'kt-plan.md', from: 'Rules in the acquirer switch', to: 'Rules of the switch' },
  { what: 'a meeting', file: 'communication-plan.md', from: 'Monthly service review', to: 'Monthly meeting' },
];

describe('a name that was changed with Formerly', () => {
  const files = exampleFiles('payments');
  let was: Awaited<ReturnType<typeof told>>;

  before(async () => {
    was = await told(files);
  });

  for (const { what, ...rename } of renames)
    it(`is true of ${what}, and nothing is said but that what was signed has changed`, async () => {
      assertSame(await told(renamed(files, rename)), was, rename);
    });

  it('is true of a document, whose links and sign-offs lead on', async () => {
    const moved = (text: string): string => text.replaceAll('sla.md', 'levels/agreed.md');
    const after = new Map(
      [...files].map(([path, text]): [string, string] => {
        if (path === 'sla.md') return ['levels/agreed.md', text.replace(/^(title: .*)$/m, '$1\nformerly: sla.md')];
        return [path, isHistory(text) ? text : moved(text)];
      }),
    );
    const now = await told(after);
    for (const part of ['findings', 'facts', 'due'] as const)
      assert.deepEqual(now[part], was[part].map(moved).sort());
  });

  it('resolves however often it was changed', async () => {
    const rename = { file: 'sla.md', from: 'Payment gateway', to: 'Purchase entrance' };
    const after = renamed(files, { ...rename, former: 'Purchase entry, Payment gateway, Purchases' });
    assertSame(await told(after), was, rename);
  });

  it('may come back', async () => {
    const record = 'records/2026-10-01-service-review.md';
    const after = new Map(files);
    after.set(record, files.get(record)!.replaceAll('| Payment gateway |', '| Purchase entrance |'));
    const known = withFormer(files.get('sla.md')!, 'Payment gateway', 'Purchase entrance, Payment gateway');
    const { findings } = await told(after);
    assert.ok(findings.some((one) => one.startsWith(`${record} DOC003 "Purchase entrance" names no`)));
    const now = await told(new Map([...after, ['sla.md', known]]));
    assert.deepEqual(now, was);
  });

  it('may be that of another row now: a present name wins', async () => {
    const [alfa, beta] = ['Acquirer Alfa', 'Acquirer Beta'];
    const swapped = [...files].map(([path, text]): [string, string] => {
      if (isHistory(text)) return [path, text];
      const others = text.replaceAll(alfa, 'x').replaceAll(beta, alfa).replaceAll('x', beta);
      return [path, path === 'sla.md' ? withFormer(others, alfa, beta) : others];
    });
    const { findings } = await told(new Map(swapped));
    assert.deepEqual(findings.filter(isAboutNames), was.findings.filter(isAboutNames));
  });

  it('is a finding in what holds today, with the present name as its fix', async () => {
    const after = renamed(files, { file: 'sla.md', from: 'Payment gateway', to: 'Purchase entrance' });
    const engine = await engineOver(after);
    const sla = after.get('sla.md')!;
    engine.update('sla.md', { kind: 'text', text: sla.replace('| Purchase entrance | 4 hours', '| Payment gateway | 4 hours') });
    const found = engine.check().findings.filter(({ code }) => code === 'DOC003');
    assert.deepEqual(
      found.map(({ path, message, fixes }) => [path, message, fixes.map(({ edits }) => edits.map(({ newText }) => newText))]),
      [
        [
          'sla.md',
          '"Payment gateway" is called "Purchase entrance" now: write that; only what is history keeps the name that it was written with.',
          [['Purchase entrance']],
        ],
      ],
    );
  });

  it('leads to one row: two may not have the same', async () => {
    const after = new Map(files);
    const sla = withFormer(files.get('sla.md')!, 'Acquirer Alfa', 'Old switch');
    after.set('sla.md', sla.replace(/^(\| Acquirer Beta \|.*\|) \|$/m, '$1 Old switch |'));
    const { findings } = await told(after);
    assert.deepEqual(
      findings.filter((one) => !was.findings.includes(one)),
      ['sla.md DOC002 "Old switch" was the name of "Acquirer Alfa" too: a former name leads to one row, so leave it to one of them.'],
    );
  });
});

function isAboutNames(finding: string): boolean {
  return / DOC00[23] /.test(finding);
}

function assertSame(
  now: Awaited<ReturnType<typeof told>>,
  was: Awaited<ReturnType<typeof told>>,
  { from, to }: Pick<Rename, 'from' | 'to'>,
): void {
  // What somebody wrote in a text of that time keeps the old name.
  const said = (texts: readonly string[]): readonly string[] => texts.map((text) => text.replace(nameIn(from), to)).sort();
  for (const part of ['findings', 'facts', 'due'] as const) assert.deepEqual(said(now[part]), said(was[part]));
}

/** Everything that is said of an engagement, without places and without what speaks of sign-offs. */
async function told(files: ReadonlyMap<string, string>): Promise<Record<'findings' | 'facts' | 'due', readonly string[]>> {
  const engine = await engineOver(files);
  const { findings } = engine.check();
  const facts = await engine.facts({ asOf });
  const due = await engine.due({ asOf });
  return {
    findings: findings
      .filter(({ code }) => code !== 'SGN003' && code !== 'SGN004')
      .map(({ code, path, message }) => `${path} ${code} ${message}`)
      .sort(),
    facts: facts
      .filter(({ name }) => name !== 'signoff-state')
      .map(({ name, path, value, how }) => `${path} ${name} ${value} ${how}`)
      .sort(),
    due: due.map(({ code, path, date, what }) => `${path} ${code} ${date} ${what}`).sort(),
  };
}

async function engineOver(files: ReadonlyMap<string, string>): Promise<Engine> {
  const engine = createEngine({ workspace: memoryWorkspace(files), profiles: ['full'] });
  await engine.load();
  return engine;
}

/** Renames a row wherever a document that holds today names it, and notes its former name. */
function renamed(
  files: ReadonlyMap<string, string>,
  { file, from, to, former = from }: Omit<Rename, 'what'> & { readonly former?: string },
): Map<string, string> {
  return new Map(
    [...files].map(([path, text]) => {
      if (isHistory(text)) return [path, text];
      const changed = text.replace(nameIn(from), to);
      return [path, path === file ? withFormer(changed, to, former) : changed];
    }),
  );
}

/** A name where it stands for itself: in no address, path or longer word. */
function nameIn(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d.@/-])${name}(?![\\p{L}\\d@/-]|\\.[a-z])`, 'gu');
}

function isHistory(text: string): boolean {
  return /^kind: signoff$/m.test(text) || (/^kind: record$/m.test(text) && /^status: final$/m.test(text));
}

/** The table in whose first column a name stands, with a last column of former names. */
function withFormer(text: string, name: string, former: string): string {
  const lines = text.split('\n');
  const row = lines.findIndex((line) => line.startsWith(`| ${name} |`));
  assert.ok(row > 0, name);
  let first = row;
  while (lines[first - 1]!.startsWith('|')) first--;
  for (let i = first; lines[i]?.startsWith('|'); i++)
    lines[i] += i === first ? ' Formerly |' : i === first + 1 ? ' --- |' : i === row ? ` ${former} |` : ' |';
  return lines.join('\n');
}
