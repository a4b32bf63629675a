import type { ClientCapabilities } from "vscode-languageserver";
import type { Abilities } from "./ports.ts";

/** Reads what a client can do from what it declares; what it does not declare it cannot do. */
export function abilitiesOf({ textDocument, workspace }: ClientCapabilities): Abilities {
  const diagnostics = [textDocument?.diagnostic, textDocument?.publishDiagnostics];
  const limit = textDocument?.foldingRange?.rangeLimit;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostics.some((ability) => ability?.relatedInformation === true),
    diagnosticData: diagnostics.some((ability) => ability?.dataSupport === true),
    codeDescription: diagnostics.some((ability) => ability?.codeDescriptionSupport === true),
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true && workspace.workspaceEdit.documentChanges === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    completionMarkdown: textDocument?.completion?.completionItem?.documentationFormat?.includes("markdown") === true,
    completionLabelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true && workspace.didChangeWatchedFiles.relativePatternSupport === true,
    tellsFolders: workspace?.workspaceFolders === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    ...(typeof limit === "number" && limit > 0 ? { foldingLimit: limit } : {}),
  };
}
