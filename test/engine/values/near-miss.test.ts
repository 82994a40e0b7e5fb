import assert from 'node:assert/strict';
import { nearMiss } from '../../../extension/engine/values/near-miss.ts';

describe('nearMiss', () => {
  const examples: readonly (readonly [string, string, readonly string[], string | undefined])[] = [
    ['one letter of five', 'anna5', ['anna', 'erik'], 'anna'],
    ['two letters of five are too many', 'an555', ['anna'], undefined],
    ['two letters of eight', 'Vilniux teax', ['Vilnius team', 'Kolkata team'], 'Vilnius team'],
    ['neighbours exchanged count once', 'dratf', ['draft'], 'draft'],
    ['an exchange and another letter', 'vilnuis tean', ['vilnius team'], 'vilnius team'],
    ['an exchange at the end', 'milestoen', ['milestone'], 'milestone'],
    ['a letter more and one less', 'xobjective', ['objectives'], 'objectives'],
    ['three letters of ten are too many', 'xobjectvie', ['objectives'], undefined],
    ['accents and case do not count', 'GALLANDE', ['gällande'], 'gällande'],
    ['words of three letters have none', 'ann', ['anna'], undefined],
    ['two candidates at one distance are none', 'annas', ['annan', 'annat'], undefined],
    ['the nearer of two', 'servicelevel', ['service level', 'servicelevels x'], 'service level'],
    ['one candidate given twice is one', 'drafts', ['draft', 'draft'], 'draft'],
  ];
  for (const [name, word, candidates, found] of examples) {
    it(name, () => assert.equal(nearMiss(word, candidates), found));
  }
});
