import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createHolidays } from '../../extension/engine/calendar/holidays.ts';
import { checkOnce, createEngine, type Engine } from '../../extension/engine/index.ts';
import type { Holidays } from '../../extension/engine/model/ports.ts';
import { samples } from '../../extension/engine/parse/samples.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';
import { apply, asOf, changes, engineOver, everything, start } from '../support/workspace-changes.ts';

function overviewsOf(engine: Engine): Promise<readonly unknown[]> {
  return Promise.all(engine.engagements().map(({ folder }) => engine.overview(folder, asOf)));
}

describe('the incremental engine', () => {
  it('always says what a new one says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { minLength: 1, maxLength: 6 }), async (steps) => {
        const files = new Map(start);
        const engine = await engineOver(files);
        await everything(engine);
        for (const step of steps) {
          apply(step, files, engine);
          assert.deepEqual(await everything(engine), await everything(await engineOver(files)));
        }
      }),
      { numRuns: 8 },
    );
  }).timeout(60_000);

  it('says part by part what a check says, and keeps the parts that did not change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { minLength: 1, maxLength: 6 }), async (steps) => {
        const files = new Map(start);
        const engine = await engineOver(files);
        await engine.settle();
        let before = engine.findings();
        for (const step of steps) {
          const path = apply(step, files, engine);
          const parts = engine.findings();
          const all = parts.flatMap(({ byPath }) => [...byPath.values()].flat());
          assert.deepEqual(new Set(all), new Set(engine.check().findings));
          assert.equal(all.length, engine.check().findings.length);
          const other = path?.startsWith('north/') ? 'engagement payments' : 'engagement north';
          // A file that comes or goes may be what a link of any engagement leads to.
          if (step.is === 'cell')
            assert.equal(partOf(parts, other), partOf(before, other), `${path} changed`);
          before = parts;
        }
      }),
      { numRuns: 8 },
    );
  }).timeout(60_000);

  it('keeps everything where a file is told to hold what it holds', async () => {
    const engine = await engineOver(new Map(start));
    await engine.settle();
    const overviews = await overviewsOf(engine);
    const before = engine.findings();
    for (const [path, text] of start) engine.update(path, { kind: 'text', text });
    (await overviewsOf(engine)).forEach((overview, i) => assert.equal(overview, overviews[i]));
    engine.findings().forEach((part, i) => assert.equal(part, before[i]));

    const [path, text] = ['payments/sla.md', start.get('payments/sla.md')!];
    engine.update(path, { kind: 'text', text, invalidUtf8: true });
    assert.ok(engine.findings().some((part, i) => part !== before[i]));
  });

  it('finds the first engagement, at whatever turn of a load it comes', async () => {
    const files = new Map([
      ['engagement.md', '# Nothing yet\n'],
      ['sla.md', start.get('north/sla.md')!],
    ]);
    const text = start.get('north/engagement.md')!;
    const whole = await everything(await engineOver(new Map([...files, ['engagement.md', text]])));
    let turns = 0;
    for (let at = 1; at <= Math.max(turns, 3); at++) {
      turns = 0;
      const engine = createEngine({
        profiles: ['full'],
        workspace: {
          ...memoryWorkspace(files),
          pause() {
            if (++turns === at) engine.update('engagement.md', { kind: 'text', text });
            return Promise.resolve();
          },
        },
      });
      await engine.load();
      if (turns < at) engine.update('engagement.md', { kind: 'text', text });
      assert.deepEqual(await everything(engine), whole, `at turn ${at}`);
    }
  });

  it('reads its samples a turn each before the first document, and nothing of them is left', async () => {
    const events: string[] = [];
    const workspace = memoryWorkspace(start);
    const engine = createEngine({
      profiles: ['full'],
      workspace: {
        ...workspace,
        read(path) {
          if (path.endsWith('.md')) events.push('read');
          return workspace.read(path);
        },
        pause(beforeLong) {
          events.push(beforeLong === true ? 'turn' : 'pause');
          return undefined;
        },
      },
    });
    await engine.reload();
    assert.deepEqual(
      events.slice(0, events.indexOf('read')),
      ['markdown-it', ...samples, 'the first document'].map(() => 'turn'),
    );
    events.length = 0;
    await engine.reload();
    assert.equal(events[0], 'read', 'warm since the first time');
    assert.deepEqual(await everything(engine), await everything(await engineOver(start)));
  });

  it('looks up holidays in turns, once for all who ask, and once for all regions that nobody knows', async () => {
    const regions = Array.from({ length: 200 }, (_, i) => `SE-${100 + i}`).join(', ');
    const files = new Map(start);
    files.set(
      'payments/engagement.md',
      files.get('payments/engagement.md')!.replace('holidays: SE', `holidays: ${regions}`),
    );
    let [turns, loads] = [0, 0];
    const loadHolidays = (): Promise<Holidays> => {
      loads++;
      return Promise.resolve(createHolidays());
    };
    const inTurns = createEngine({
      workspace: {
        ...memoryWorkspace(files),
        pause: (beforeLong) => (beforeLong ? void turns++ : undefined, Promise.resolve()),
      },
      loadHolidays,
    });
    const atOnce = createEngine({
      workspace: memoryWorkspace(files),
      loadHolidays: () => Promise.resolve(createHolidays()),
    });
    await Promise.all([inTurns.load(), atOnce.load()]);
    const [due, facts, again] = await Promise.all([
      inTurns.due({ asOf }),
      inTurns.facts({ asOf }),
      inTurns.facts({ asOf }),
    ]);
    assert.deepEqual(due, await atOnce.due({ asOf }));
    assert.deepEqual([facts, again], [await atOnce.facts({ asOf }), facts]);
    assert.equal(loads, 1);
    assert.ok(turns > 0 && turns < 20, String(turns));
  });

  it('loads the holidays anew where that has failed', async () => {
    let fails = true;
    const engine = createEngine({
      workspace: memoryWorkspace(start),
      loadHolidays: () => (fails ? Promise.reject(new Error('offline')) : Promise.resolve(createHolidays())),
    });
    await engine.load();
    await assert.rejects(engine.due({ asOf }), /offline/);
    fails = false;
    assert.ok((await engine.due({ asOf })).length > 0);
  });

  it('says once settled what a new engine says, where a change is the first to need holidays', async () => {
    const head = (kind: string): string =>
      `---\nkind: ${kind}\ntitle: X\nstatus: active\nowner: anna\ncounterpart: jonas\nvalid_from: 2026-05-01\n`;
    const sla = (hours: string): string =>
      `${head('sla')}measured_over: calendar month\n---\n\n## Services\n\n| Service | Hours |\n| --- | --- |\n| Checkout | ${hours} |\n\n## Service levels\n\n| Service | Measure | Target | Measured by |\n| --- | --- | --- | --- |\n| Checkout | availability | 99.9 % | probe |\n\n## Service credits\n\n| From | Below | Credit |\n| --- | --- | --- |\n| 0 % | 99.5 % | 10 % |\n`;
    const files = new Map([
      [
        'engagement.md',
        `${head('engagement')}client: A\nsupplier: B\nstart: 2026-05-01\nzone: Europe/Stockholm\noffice_hours: 08:00-17:00\nholidays: SE\n---\n`,
      ],
      ['sla.md', sla('24x7')],
    ]);
    let loads = 0;
    const create = (): Engine =>
      createEngine({
        workspace: memoryWorkspace(files),
        profiles: ['full'],
        loadHolidays: () => (loads++, Promise.resolve(createHolidays())),
      });
    const engine = create();
    await engine.load();
    assert.equal(loads, 0);
    files.set('sla.md', sla('office hours'));
    engine.update('sla.md', { kind: 'text', text: files.get('sla.md')! });
    // Whoever looks before it is settled must not leave an answer behind that knows no holidays.
    engine.findings();
    await engine.settle();
    const fresh = create();
    await fresh.load();
    assert.equal(loads, 2);
    const said = engine.check().findings;
    assert.deepEqual(said, fresh.check().findings);
    // 19 days of 9 hours: two of May's 21 working days are holidays.
    assert.match(said.find(({ code }) => code === 'SLA006')?.message ?? '', /41 minutes/);
  });

  it('settles what changes while it settles', async () => {
    const files = new Map(start);
    const workspace = memoryWorkspace(files);
    let turns = 0;
    const path = 'north/sla.md';
    const text = start.get(path)!.replace('99.9 %', '100 %');
    const engine = createEngine({
      profiles: ['full'],
      workspace: {
        ...workspace,
        pause() {
          if (++turns === 40) engine.update(path, { kind: 'text', text });
          return Promise.resolve();
        },
      },
    });
    await engine.load();
    turns = 30;
    await engine.settle();
    files.set(path, text);
    assert.ok(turns > 40);
    assert.deepEqual(await everything(engine), await everything(await engineOver(files)));
  });

  it('answers for what was read before until everything is read again', async () => {
    const files = new Map(start);
    const path = 'north/sla.md';
    const workspace = memoryWorkspace(files);
    const seen = new Set<string>();
    let told = 0;
    const changed = start.get('payments/sla.md')!.replace('| 15 minutes |', '| 15 minuts |');
    const engine: Engine = createEngine({
      profiles: ['full'],
      workspace: {
        ...workspace,
        pause() {
          if (told > 0)
            seen.add(
              engine
                .check()
                .findings.map(({ message }) => message)
                .join('\n'),
            );
          if (told++ === 5) engine.update('payments/sla.md', { kind: 'text', text: changed });
          return undefined;
        },
      },
    });
    told = -Infinity;
    await engine.load();
    const before = await everything(engine);
    files.set(path, start.get(path)!.replace('| 15 minutes |', '| 15 minuts |'));
    told = 1;
    await engine.reload();
    told = -Infinity;
    files.set('payments/sla.md', changed);
    assert.notDeepEqual(await everything(engine), before);
    assert.deepEqual(await everything(engine), await everything(await engineOver(files)));
    // What it said meanwhile was whole: as before, and with the change that it was told of.
    assert.equal(seen.size, 2, [...seen].join('\n---\n'));
  });

  it('keeps what it said when reading again is given up', async () => {
    const files = new Map(start);
    const engine = await engineOver(files);
    const before = await everything(engine);
    files.set('north/sla.md', 'nothing');
    await engine.reload({ aborted: true });
    assert.deepEqual(await everything(engine), before);
  });

  it('mixes nothing into the steps of a run that another run interrupts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { minLength: 2, maxLength: 4 }), fc.nat(60), async (steps, at) => {
        const files = new Map(start);
        let turns = 0;
        const left = [...steps];
        const engine: Engine = createEngine({
          profiles: ['full'],
          workspace: {
            ...memoryWorkspace(files),
            pause() {
              if (++turns % (at + 1) !== at) return undefined;
              const step = left.shift();
              if (step) apply(step, files, engine);
              engine.check();
              return undefined;
            },
          },
        });
        await engine.load();
        await engine.settle();
        left.length = 0; // what comes while it is asked would be half in its answers
        assert.deepEqual(await everything(engine), await everything(await engineOver(files)));
      }),
      { numRuns: 8 },
    );
  }).timeout(60_000);

  it('keeps what it is told while it loads', async () => {
    const files = new Map(start);
    const path = 'payments/sla.md';
    const text = start.get(path)!.replace('99.9 %', '100 %');
    const workspace = memoryWorkspace(files);
    let told = false;
    const engine = createEngine({
      profiles: ['full'],
      workspace: {
        ...workspace,
        pause() {
          if (!told) engine.update(path, { kind: 'text', text });
          told = true;
          return undefined;
        },
      },
    });
    await engine.load();
    files.set(path, text);
    assert.deepEqual(await everything(engine), await everything(await engineOver(files)));
  });

  it('says once, engagement by engagement, what it says of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { minLength: 0, maxLength: 6 }), async (steps) => {
        const files = new Map(start);
        const engine = await engineOver(files);
        for (const step of steps) apply(step, files, engine);
        const once = await checkOnce({ workspace: memoryWorkspace(files), profiles: ['full'] });
        assert.deepEqual(once, engine.check());
      }),
      { numRuns: 10 },
    );
  }).timeout(60_000);

  it('knows the headings of an engagement that is not loaded now', async () => {
    const files = new Map(start);
    const link = (target: string): string =>
      start.get('north/ownership-map.md')!.replace('checkout-down.md', target);
    const findings = async (target: string): Promise<readonly string[]> => {
      files.set('north/ownership-map.md', link(target));
      const { findings: all } = await checkOnce({ workspace: memoryWorkspace(files) }, ['north']);
      return all.filter(({ code }) => code === 'DOC003').map(({ message }) => message);
    };
    assert.deepEqual(await findings('../payments/sla.md#service-levels'), []);
    assert.equal((await findings('../payments/sla.md#no-such-heading')).length, 1);
    assert.equal((await findings('../payments/no-such-file.md')).length, 1);
  });

  it('reads a document once for all the links that lead to it, however many', async () => {
    const files = new Map(start);
    const links = (count: number): string =>
      start
        .get('north/ownership-map.md')!
        .replace(/^.*checkout-down\.md.*\n/m, (row) =>
          row.replace('checkout-down.md', '../payments/sla.md#service-levels').repeat(count),
        );
    const readsWith = async (count: number): Promise<number> => {
      files.set('north/ownership-map.md', links(count));
      const workspace = memoryWorkspace(files);
      await checkOnce({ workspace }, ['north']);
      return workspace.reads.filter((path) => path === 'payments/sla.md').length;
    };
    assert.equal(await readsWith(1), 1);
    assert.equal(await readsWith(5), 1);
  });

  it('reads only what the paths can concern', async () => {
    const workspace = memoryWorkspace(start);
    await checkOnce({ workspace }, ['north/sla.md']);
    assert.deepEqual(
      workspace.reads.filter((path) => path.startsWith('payments/')),
      [],
    );
    assert.ok(workspace.reads.includes('north/engagement.md'));
  });

  it('reads nothing again after an edit', async () => {
    const workspace = memoryWorkspace(start);
    const engine = createEngine({ workspace, profiles: ['full'] });
    await engine.load();
    engine.check();
    const reads = workspace.reads.length;
    const path = 'north/sla.md';
    engine.update(path, { kind: 'text', text: start.get(path)!.replace('99.9 %', '100 %') });
    engine.check();
    assert.equal(workspace.reads.length, reads);
  });
});

function partOf(parts: ReturnType<Engine['findings']>, key: string): unknown {
  return parts.find((part) => part.key === key);
}
