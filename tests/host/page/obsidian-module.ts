// What a plugin gets from `require('obsidian')`.
export { App, SecretStorage } from './app';
export { Component } from './base/component';
export { debounce } from './base/debounce';
export { Events } from './base/events';
export { normalizePath } from './base/paths';
export { Platform, apiVersion, getLanguage, requireApiVersion } from './base/platform';
export {
	arrayBufferToBase64,
	arrayBufferToHex,
	base64ToArrayBuffer,
	hexToArrayBuffer,
} from './base/bytes';
export { Editor } from './editor/editor';
export { loadMermaid } from './markdown/mermaid';
export { MarkdownRenderChild, MarkdownRenderer } from './markdown/render-markdown';
export { sanitizeHTMLToDom } from './markdown/sanitize';
export { getLinkpath, parseLinktext } from './metadata/find-links';
export {
	getFrontMatterInfo,
	parseFrontMatterAliases,
	parseFrontMatterEntry,
	parseFrontMatterStringArray,
	parseFrontMatterTags,
	parseYaml,
	stringifyYaml,
} from './metadata/front-matter';
export { MetadataCache } from './metadata/metadata-cache';
export { resolveSubpath, stripHeading, stripHeadingForLink } from './metadata/subpath';
export {
	displayTooltip,
	finishRenderMath,
	getAllTags,
	getBlobArrayBuffer,
	iterateCacheRefs,
	iterateRefs,
	loadMathJax,
	parsePropertyId,
	renderMath,
	request,
	requestUrl,
	setTooltip,
	Tasks,
} from './module-functions';
export {
	BasesEntry,
	BasesQueryResult,
	BasesView,
	BasesViewConfig,
	QueryController,
	Value,
} from './plugin/bases';
export { Plugin } from './plugin/plugin';
export { ButtonComponent } from './settings/button-component';
export {
	AbstractTextComponent,
	BaseComponent,
	DropdownComponent,
	ExtraButtonComponent,
	MomentFormatComponent,
	SearchComponent,
	TextAreaComponent,
	TextComponent,
	ToggleComponent,
	ValueComponent,
} from './settings/components';
export { ConfirmationButton, ConfirmationModal } from './settings/confirmation-modal';
export {
	ColorComponent,
	DisplayValueComponent,
	ProgressBarComponent,
	SliderComponent,
} from './settings/number-components';
export { Setting, SettingGroup } from './settings/setting';
export { PluginSettingTab, SettingPage, SettingTab } from './settings/setting-tab';
export {
	prepareFuzzySearch,
	prepareSimpleSearch,
	renderMatches,
	renderResults,
	sortSearchResults,
} from './ui/fuzzy-search';
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './ui/icons';
export { AbstractInputSuggest, PopoverSuggest } from './ui/input-suggest';
export { Keymap, Scope } from './ui/keymap';
export { Menu, MenuItem, MenuSeparator } from './ui/menu';
export { Modal } from './ui/modal';
export { Notice } from './ui/notice';
export { EditorSuggest, HoverPopover } from './ui/unseen';
export { FuzzySuggestModal, SuggestModal } from './ui/suggest-modal';
export { TAbstractFile, TFile, TFolder } from './vault/abstract-file';
export { FileManager } from './vault/files-and-links';
export { Vault } from './vault/vault';
export { EditableFileView, FileView, TextFileView } from './views/file-view';
export { MarkdownView } from './views/markdown-view';
export { MarkdownPreviewView } from './views/preview-view';
export { ItemView, View } from './views/view';
export {
	WorkspaceContainer,
	WorkspaceFloating,
	WorkspaceItem,
	WorkspaceParent,
	WorkspaceRoot,
	WorkspaceSplit,
	WorkspaceWindow,
} from './workspace/items';
export { WorkspaceLeaf } from './workspace/leaf';
export { WorkspaceRibbon } from './workspace/ribbon';
export { WorkspaceMobileDrawer, WorkspaceSidedock } from './workspace/sides';
export { WorkspaceTabs } from './workspace/tabs';
export { Workspace } from './workspace/workspace';
