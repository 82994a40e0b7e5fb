import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill/implementation';
import { zoneClock } from '../../../extension/engine/calendar/zone-clock.ts';
import { zoneNames } from '../../../extension/engine/values/generated/zones.ts';
import { partOf } from '../../../extension/engine/values/part.ts';
import { readZone } from '../../../extension/engine/values/zone.ts';

function read(text: string): string | undefined {
  const outcome = readZone(partOf(text));
  return 'value' in outcome ? outcome.value : undefined;
}

describe('time zones', () => {
  it('are read in any case, as the list writes them', () => {
    assert.ok(zoneNames.size > 500);
    for (const name of zoneNames.values()) {
      assert.equal(read(name), name);
      assert.equal(read(name.toUpperCase()), name);
    }
  });

  it('are each known to the library that computes with them', () => {
    const start = Temporal.Instant.fromEpochMilliseconds(0);
    for (const name of zoneNames.values()) {
      assert.equal(start.toZonedDateTimeISO(name).timeZoneId, name);
      assert.ok(zoneClock(name, '2026-01-01', '2026-12-31').offsets.length > 0);
    }
  });

  it('are all that this host lists', () => {
    for (const name of Intl.supportedValuesOf('timeZone')) {
      if (name.includes('/')) assert.equal(read(name), name);
    }
  });

  it('have their old and their new names', () => {
    for (const name of ['Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kyiv', 'Europe/Kiev', 'US/Pacific'])
      assert.equal(read(name), name);
    assert.equal(read('America/Argentina/buenos_aires'), 'America/Argentina/Buenos_Aires');
    assert.equal(read('utc'), 'UTC');
  });

  it('are no abbreviations, no areas and no places that are not there', () => {
    for (const text of ['CET', 'EST', 'IST', 'GMT', 'EST5EDT', 'Europe', 'Europe/', 'Mars/Base', 'Japan', ''])
      assert.equal(read(text), undefined, text);
    for (const text of ['__proto__', 'Europe/__proto__', 'constructor/name', 'Europe/Stockholm '.repeat(50)])
      assert.equal(read(text), undefined, text);
  });

  it('of a city alone are offered', () => {
    const offered = (text: string): readonly string[] | undefined =>
      readZone(partOf(text)).failure?.replacements as readonly string[] | undefined;
    assert.deepEqual(offered('stockholm'), ['Europe/Stockholm']);
    assert.deepEqual(offered('New York'), ['America/New_York']);
    assert.deepEqual(offered('Nowhere'), []);
    assert.deepEqual(offered('CET'), ['Europe/Stockholm']);
  });

  it('are read without asking the host, which takes long when it is first asked', () => {
    const asked = Intl.DateTimeFormat;
    Intl.DateTimeFormat = (() => assert.fail('the host was asked')) as unknown as typeof asked;
    try {
      assert.equal(read('Europe/Vilnius'), 'Europe/Vilnius');
      assert.equal(read('Mars/Base'), undefined);
      assert.equal(read('Vilnius'), undefined);
    } finally {
      Intl.DateTimeFormat = asked;
    }
  });
});
