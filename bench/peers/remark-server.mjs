// The language server for remark, as its own editor extension starts it. Its plugins stand in package.json, under "remarkConfig".
import { createUnifiedLanguageServer } from "unified-language-server";

createUnifiedLanguageServer({
  configurationSection: "remark",
  ignoreName: ".remarkignore",
  packageField: "remarkConfig",
  pluginPrefix: "remark",
  processorName: "remark",
  processorSpecifier: "remark",
  rcName: ".remarkrc",
});
