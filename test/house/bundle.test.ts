import assert from 'node:assert/strict';
import Calendar from 'date-holidays';
import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import { createHolidays } from '../../extension/engine/calendar/holidays.ts';
import { holidaysCountryByCountry } from '../../scripts/build.ts';

const dist = path.resolve(import.meta.dirname, '../../dist');
const bundles = existsSync(path.join(dist, 'cli'))
  ? readdirSync(path.join(dist, 'cli')).map((name) => ({
      name,
      text: readFileSync(path.join(dist, 'cli', name), 'utf8'),
    }))
  : [];

(bundles.length > 0 ? describe : describe.skip)('the bundle of the command line', () => {
  it('turns no text into code', () => {
    const offers = bundles.flatMap(({ name, text }) =>
      [...text.matchAll(/.{0,30}(?:\beval\s*\(|\bnew Function\b|[^.\w$]Function\s*\().{0,30}/g)].map(
        ([excerpt]) => `${name}: ${excerpt}`,
      ),
    );
    assert.deepEqual(offers, []);
  });

  it('holds no YAML parser of gray-matter, no compiler of schemas, and nothing of the editor', () => {
    for (const { name, text } of bundles) {
      assert.doesNotMatch(text, /yaml\.org,2002:js\//, name);
      assert.doesNotMatch(text, /ajv\/dist\/compile|codegen_1/, name);
      assert.doesNotMatch(text, /(?:from|require\()\s*["']vscode["']/, name);
    }
  });

  it('asks for nothing by require, which takes time to be made before the first line runs', () => {
    for (const { name, text } of bundles) assert.doesNotMatch(text, /createRequire/, name);
  });

  it('loads the holiday calendar only when it is needed', () => {
    const timeZones = /Asia\/Kolkata\|/; // the largest part of what that library brings
    assert.ok(
      bundles.some(({ text }) => timeZones.test(text)),
      'the holiday calendar is in the bundle',
    );
    for (const { name, text } of readAtStart()) assert.doesNotMatch(text, timeZones, name);
  });

  it('knows the holidays of every country that the library knows', async () => {
    const { outputFiles } = await build({
      entryPoints: [path.join(dist, '../extension/engine/calendar/holidays.ts')],
      plugins: [holidaysCountryByCountry],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
    });
    assert.match(outputFiles[0]!.text, /defineProperty\(holidays, country/);
    const bundled = { exports: {} as { createHolidays: typeof createHolidays } };
    runInThisContext(`(module, exports) => { ${outputFiles[0]!.text} }`)(bundled, bundled.exports);
    const [whole, byCountry] = [createHolidays(), bundled.exports.createHolidays()];
    const countries = Object.keys(new Calendar().getCountries());
    assert.ok(countries.length > 200);
    for (const country of [...countries, 'DE-BY', 'US-LA', 'eves', 'XX', 'constructor'])
      assert.deepEqual(byCountry.of(country, 2026), whole.of(country, 2026), country);
  });
});

/** `main.js` and what it imports statically, directly or not. */
function readAtStart(): typeof bundles {
  const found = bundles.filter(({ name }) => name === 'main.js');
  assert.equal(found.length, 1, 'dist/cli/main.js');
  for (const { text } of found) {
    const imported = [...text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)].map(([, name]) => name);
    found.push(...bundles.filter((each) => imported.includes(each.name) && !found.includes(each)));
  }
  return found;
}
