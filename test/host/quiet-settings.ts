/** What would cost time, ask, or change files by itself is off. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // the web workbench saves while one types
  'files.hotExit': 'off', // the next window of a folder would bring back what the last one left unsaved
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'window.autoDetectColorScheme': true, // a test chooses the theme by what the system says
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
  'workbench.preferredHighContrastColorTheme': 'Default High Contrast',
  'workbench.preferredLightColorTheme': 'Default Light Modern',
  'workbench.reduceMotion': 'on', // a picture shows what has arrived, not what is fading in
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};
