import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundledModules } from '../../scripts/build.ts';
import { licenceOf, renderNotices } from '../../scripts/generate/notices.ts';

const root = path.resolve(import.meta.dirname, '../..');
const shipped = readFileSync(path.join(root, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
const mit = 'Permission is hereby granted, free of charge, to any\nperson obtaining a copy';
const isc = 'Permission to use, copy, modify, and/or distribute this software';

/** Settled 26. */
describe('the notices of what is by others', () => {
  it('are what the bundles hold', async function () {
    this.timeout(60_000);
    assert.equal(shipped, await renderNotices(root));
    const names = new Set(
      (await bundledModules()).flatMap((file) =>
        [...file.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].slice(-1).map(([, name]) => name),
      ),
    );
    assert.ok(names.size > 20, `only ${names.size} packages are bundled`);
    for (const name of names)
      assert.match(shipped, new RegExp(`^${name} \\d.*\\nLicence: \\w`, 'm'), `"${name}" is missing`);
  });

  it('name the packages of whose data our own lists are made', () => {
    for (const name of ['currency-codes', 'iso-3166', 'moment-timezone'])
      assert.match(shipped, new RegExp(`^${name} \\d`, 'm'));
  });

  it('say that the holiday data is share-alike, where it is from and that it is unchanged', () => {
    const entry = /^date-holidays \d[^]*?^-{80}$/m.exec(shipped)?.[0] ?? '';
    assert.match(entry, /^Licence: ISC \(code\) and CC-BY-SA-3\.0 \(holiday data\)$/m);
    assert.match(entry, /creativecommons\.org\/licenses\/by-sa\/3\.0\/legalcode/);
    assert.match(entry, /under the same licence/);
    assert.match(entry, /^https:\/\/de\.wikipedia\.org\/wiki\/Feiertage_in_Schweden$/m);
  });

  it('hold a licence text for each of them, and no path of the machine', () => {
    assert.doesNotMatch(shipped, /no licence text|undefined/);
    assert.equal(shipped.includes(root), false);
  });

  it('are refused where a manifest and the licence text differ, or one of them is missing', () => {
    assert.equal(licenceOf('one', 'MIT', mit), 'MIT');
    assert.throws(() => licenceOf('one', 'MIT', isc), /"one" states "MIT", and its text says ISC/);
    assert.throws(() => licenceOf('one', 'MIT', `${mit}\n${isc}`), /its text says MIT, ISC/);
    assert.throws(() => licenceOf('one', 'MIT', `${mit}\nThe data is under CC BY-SA 3.0`), /MIT, CC-BY-SA/);
    assert.throws(() => licenceOf('one', 'MIT', 'Ask us.'), /nothing known/);
    assert.throws(() => licenceOf('one', 'MIT', ''), /holds no text of it/);
    assert.throws(() => licenceOf('one', undefined, mit), /states no licence/);
    assert.throws(
      () => licenceOf('date-holidays', 'MIT', mit),
      /"date-holidays" now states "MIT": read its licence again/,
    );
  });
});
