// Every screen on a phone, in both lights, and nothing that axe could find.
import { PHONE } from "../people.mjs";
import { lookEverywhere } from "../screens.mjs";

export default (stage) => lookEverywhere(PHONE, stage);
