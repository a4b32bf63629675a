import titles from "../../generated/sources.json" with { type: "json" };

/** The title of a source by its code; undefined for "unattested" and for codes that sources.yml does not know. */
export const sourceTitle = (code: string): string | undefined => (code === "unattested" ? undefined : (titles as Readonly<Record<string, string>>)[code]);
