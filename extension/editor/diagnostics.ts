import * as vscode from 'vscode';
import type { Finding, FindingsPart, Severity } from '../engine/index.ts';
import type { FolderSession } from './folder-session.ts';
import { localiseFinding, localisePhrase } from './localise.ts';
import { commandUri, toRange } from './ranges.ts';
import type { Sessions } from './sessions.ts';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows the findings of all sessions, of documents that are not open too; what did not change is left as it is shown. */
export function createDiagnostics(sessions: Sessions): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('outrigger');
  const shown = new Map<FolderSession, Map<string, FindingsPart>>();
  /** Whose findings are shown of a resource: it may have passed to the session of a folder within a folder. */
  const owners = new Map<string, FolderSession>();

  function show(session: FolderSession): void {
    const before = shown.get(session) ?? new Map<string, FindingsPart>();
    const now = new Map(session.engine.findings().map((part) => [part.key, part]));
    const stale = new Set<string>();
    const fresh = new Map<string, readonly Finding[]>();
    for (const [key, part] of before) {
      if (now.get(key) !== part) for (const path of part.byPath.keys()) stale.add(path);
    }
    for (const [key, part] of now) {
      if (before.get(key) === part) continue;
      for (const [path, findings] of part.byPath) fresh.set(path, findings);
    }
    const entries: [vscode.Uri, vscode.Diagnostic[] | undefined][] = [];
    for (const path of stale) {
      const uri = session.uriOf(path);
      if (!fresh.has(path) && letGo(uri, session)) entries.push([uri, undefined]);
    }
    for (const [path, findings] of fresh) {
      const uri = session.uriOf(path);
      owners.set(uri.toString(), session);
      entries.push([uri, findings.map((finding) => toDiagnostic(finding, session))]);
    }
    if (entries.length > 0) collection.set(entries);
    shown.set(session, now);
  }

  /** Whether what is shown of a resource was this session's. */
  function letGo(uri: vscode.Uri, session: FolderSession): boolean {
    return owners.get(uri.toString()) === session && owners.delete(uri.toString());
  }

  function forgetClosed(): void {
    const open = new Set(sessions.all());
    for (const [session, parts] of shown) {
      if (open.has(session)) continue;
      for (const part of parts.values())
        for (const path of part.byPath.keys()) {
          const uri = session.uriOf(path);
          if (letGo(uri, session)) collection.delete(uri);
        }
      shown.delete(session);
    }
  }

  const subscription = sessions.onDidChange((session) => {
    if (session) show(session);
    else forgetClosed();
  });
  return vscode.Disposable.from(collection, subscription);
}

function toDiagnostic(finding: Finding, session: FolderSession): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(finding.range),
    localiseFinding(finding, session.modules),
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
      ({ path, range, message }) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(session.uriOf(path), toRange(range)),
          localisePhrase(message, 'related'),
        ),
    );
  }
  return diagnostic;
}
