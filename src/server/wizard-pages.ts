/** The packed pages of the wizard, as text; the build puts them in the place of this. Null: they have not been built. */
export const wizardPages = (): string | null => null;
