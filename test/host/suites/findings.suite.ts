import * as vscode from 'vscode';
import { codeOf, outrigger } from './window.ts';

const severities = ['error', 'warning', 'info', 'hint'];

describe('findings', () => {
  it('are told to whoever holds them against the command line', async () => {
    await (await outrigger()).settled();
    const below = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri, false);
    const findings = vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) =>
      diagnostics
        .filter(({ source }) => source === 'outrigger')
        .map((diagnostic) => ({
          path: below(uri),
          code: codeOf(diagnostic),
          severity: severities[diagnostic.severity],
          message: diagnostic.message,
          ...startOf(diagnostic.range),
          endLine: diagnostic.range.end.line + 1,
          endColumn: diagnostic.range.end.character + 1,
          related: (diagnostic.relatedInformation ?? []).map(({ location, message }) => ({
            path: below(location.uri),
            ...startOf(location.range),
            message,
          })),
        })),
    );
    console.log(`outrigger-findings ${JSON.stringify(findings)}`);
  });
});

function startOf({ start }: vscode.Range): { readonly line: number; readonly column: number } {
  return { line: start.line + 1, column: start.character + 1 };
}
