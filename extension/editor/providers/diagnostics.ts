import * as vscode from 'vscode';
import type { Finding, FindingsPart, Severity } from '../../engine/index.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import { isJudgedWhereOpen } from './judged-document.ts';
import { localise, localiseFinding } from '../localise.ts';
import { commandUri, toRange } from './ranges.ts';
import type { Typing } from './typing.ts';
import type { Sessions } from '../workspace/sessions.ts';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/**
 * Shows the findings of all sessions, of documents that are not open too; what did not change is left as it is
 * shown. Of a document whose editor holds another text than was judged nothing new is shown: its places would
 * be wrong, and it is judged as soon as the hands rest. Nor is what follows from the row that somebody is typing.
 */
export function createDiagnostics(sessions: Sessions, typing: Typing): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('outrigger');
  const parts = new Map<FolderSession, ReadonlyMap<string, ShownPart>>();
  /** What is shown of each resource, and whose it is: it may pass to the session of a folder within a folder. */
  const shown = new Map<string, { readonly session: FolderSession; readonly findings: readonly Finding[] }>();

  function show(session: FolderSession): void {
    const before = parts.get(session) ?? new Map<string, ShownPart>();
    const now = new Map<string, ShownPart>();
    const fresh = new Set<string>();
    const entries: [vscode.Uri, vscode.Diagnostic[] | undefined][] = [];
    for (const part of session.engine.findings()) {
      const known = before.get(part.key);
      if (known?.whole === part && !typing.isUnderWay(session)) {
        now.set(part.key, known);
        continue;
      }
      const addresses = new Set<string>();
      let isWhole = true;
      for (const [path, all] of part.byPath) {
        const findings = typing.shownOf(session, path, all);
        if (findings !== all) isWhole = false;
        const uri = session.uriOf(path);
        const address = uri.toString();
        addresses.add(address);
        fresh.add(address);
        const its = shown.get(address);
        if (its?.session === session && areSame(its.findings, findings)) continue;
        if (!isJudgedWhereOpen(session, path)) {
          isWhole = false;
          continue;
        }
        shown.set(address, { session, findings });
        entries.push([uri, findings.map((finding) => toDiagnostic(finding, session))]);
      }
      now.set(part.key, { whole: isWhole ? part : undefined, addresses });
    }
    for (const [key, { addresses }] of before) {
      if (now.get(key)?.addresses === addresses) continue;
      for (const address of addresses)
        if (!fresh.has(address) && letGo(address, session))
          entries.push([vscode.Uri.parse(address), undefined]);
    }
    if (entries.length > 0) collection.set(entries);
    parts.set(session, now);
  }

  /** Whether what is shown of a resource was this session's. */
  function letGo(address: string, session: FolderSession): boolean {
    return shown.get(address)?.session === session && shown.delete(address);
  }

  function forgetClosed(): void {
    const open = new Set(sessions.all());
    for (const session of parts.keys()) if (!open.has(session)) parts.delete(session);
    for (const [address, { session }] of shown) {
      if (open.has(session)) continue;
      shown.delete(address);
      collection.delete(vscode.Uri.parse(address));
    }
  }

  const subscription = sessions.onDidChange((session) => {
    if (session) show(session);
    else forgetClosed();
  });
  return vscode.Disposable.from(collection, subscription, typing.onDidLeave(show));
}

function areSame(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a === b || (a.length === b.length && a.every((finding, i) => finding === b[i]));
}

interface ShownPart {
  /** The part, unless something of it is not shown yet. */
  readonly whole: FindingsPart | undefined;
  readonly addresses: ReadonlySet<string>;
}

function toDiagnostic(finding: Finding, session: FolderSession): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(finding.range),
    localiseFinding(finding),
    severities[finding.severity],
  );
  diagnostic.source = 'outrigger';
  diagnostic.code = {
    value: finding.code,
    // The page of the rule comes with the extension, so that it fits the version that speaks.
    target: commandUri('outrigger.explain', finding.code),
  };
  if (finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(
      ({ path, range, said }) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(session.uriOf(path), toRange(range)),
          localise(said),
        ),
    );
  }
  return diagnostic;
}
