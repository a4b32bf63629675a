const published = "https://github.com/case-recording/case-recording/blob/main/docs/rules";

/** Where the page of a rule stands: in the folder that the client names, or where the project is published. */
export const rulePage = (id: string, docsUri: string = published): string => `${docsUri.replace(/\/+$/, "")}/${encodeURIComponent(id)}.md`;

/** Where the page of the standards stands: beside the folder of the rules' pages. */
export const standardsPage = (docsUri: string = published): string => `${docsUri.replace(/\/+$/, "").replace(/\/[^/]*$/, "")}/standards.md`;
