import assert from 'node:assert/strict';
import { folderInRepository, pathInRepository } from '../../../extension/engine/model/path-in-repository.ts';

describe('a path of the workspace in its repository', () => {
  const same = { prefix: '', below: '' };
  const around = { prefix: 'docs/gov/', below: '' };
  const within = { prefix: '', below: 'code/' };

  it('is the same where both have one root', () => {
    assert.equal(pathInRepository('a/map.md', same), 'a/map.md');
    assert.equal(folderInRepository('a', same), 'a/');
    assert.equal(folderInRepository('', same), '');
  });

  it('begins with the way from the repository to the workspace', () => {
    assert.equal(pathInRepository('a/map.md', around), 'docs/gov/a/map.md');
    assert.equal(folderInRepository('a', around), 'docs/gov/a/');
    assert.equal(folderInRepository('', around), 'docs/gov/');
  });

  it('begins behind the way from the workspace to the repository', () => {
    assert.equal(pathInRepository('code/a/map.md', within), 'a/map.md');
    assert.equal(folderInRepository('code/a', within), 'a/');
    assert.equal(folderInRepository('code', within), '');
  });
});
