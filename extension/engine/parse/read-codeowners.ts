import { readGithubCodeowners } from './github-codeowners.ts';
import { readGitlabCodeowners } from './gitlab-codeowners.ts';
import type { OwnerRules, OwnersPlatform } from './owner-rules.ts';

export function readCodeowners(text: string, platform: OwnersPlatform): OwnerRules {
  return platform === 'github' ? readGithubCodeowners(text) : readGitlabCodeowners(text);
}

/** Whose file it is: by its path where one platform alone looks there, else by what only GitLab reads. */
export function platformOf(file: string, text: string): OwnersPlatform {
  if (/(?:^|\/)\.git(?:hub|lab)\/[^/]*$/.test(file)) return file.includes('.gitlab/') ? 'gitlab' : 'github';
  return readGitlabCodeowners(text).sections.length > 0 ? 'gitlab' : 'github';
}
