/** What html-validate holds the built pages to: `npx html-validate --config htmlvalidate.mjs 'DIR/**\/*.html'`. */
import { defineConfig } from "html-validate";

export default defineConfig({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }],
    // Nothing comes from elsewhere.
    "require-sri": ["error", { target: "crossorigin" }],
    // A title is the question that the lesson answers, however long.
    "long-title": "off",
    // It takes an aside without a name within an article for a landmark, which it is not; axe asks the browser.
    "unique-landmark": "off",
  },
});
