package wire

// idnCompositions are the marks that make one character with a base before them (normal form C of Unicode 15.0), with
// these bases, sorted by mark. Only what IDNA allows in labels is listed. Marks that follow in another order than the
// canonical one are not found by it.
var idnCompositions = []struct {
	mark  rune
	bases string
}{
	{0x0300, "aeinouwy\u00e2\u00ea\u00f4\u00fc\u0103\u0113\u014d\u01a1\u01b0\u03b1\u03b5\u03b7\u03b9\u03bf" +
		"\u03c5\u03c9\u03ca\u03cb\u0435\u0438\u1f00\u1f01\u1f10\u1f11\u1f20\u1f21\u1f30\u1f31\u1f40\u1f41" +
		"\u1f50\u1f51\u1f60\u1f61"},
	{0x0301, "acegiklmnoprsuwyz\u00e2\u00e5\u00e6\u00e7\u00ea\u00ef\u00f4\u00f5\u00f8\u00fc\u0103\u0113\u014d" +
		"\u0169\u01a1\u01b0\u03b1\u03b5\u03b7\u03b9\u03bf\u03c5\u03c9\u03ca\u03cb\u0433\u043a\u1f00\u1f01" +
		"\u1f10\u1f11\u1f20\u1f21\u1f30\u1f31\u1f40\u1f41\u1f50\u1f51\u1f60\u1f61"},
	{0x0302, "aceghijosuwyz\u1ea1\u1eb9\u1ecd"},
	{0x0303, "aeinouvy\u00e2\u00ea\u00f4\u0103\u01a1\u01b0"},
	{0x0304, "aegiouy\u00e4\u00e6\u00f5\u00f6\u00fc\u01eb\u0227\u022f\u03b1\u03b9\u03c5\u0438\u0443\u1e37" +
		"\u1e5b"},
	{0x0306, "aegiou\u0229\u03b1\u03b9\u03c5\u0430\u0435\u0436\u0438\u0443\u1ea1"},
	{0x0307, "abcdefghmnoprstwxyz\u015b\u0161\u1e63"},
	{0x0308, "aehiotuwxy\u00f5\u016b\u03b9\u03c5\u0430\u0435\u0436\u0437\u0438\u043e\u0443\u0447\u044b\u044d" +
		"\u0456\u04d9\u04e9"},
	{0x0309, "aeiouy\u00e2\u00ea\u00f4\u0103\u01a1\u01b0"},
	{0x030A, "auwy"},
	{0x030B, "ou\u0443"},
	{0x030C, "acdeghijklnorstuz\u00fc\u0292"},
	{0x030F, "aeioru\u0475"},
	{0x0311, "aeioru"},
	{0x0313, "\u03b1\u03b5\u03b7\u03b9\u03bf\u03c1\u03c5\u03c9"},
	{0x0314, "\u03b1\u03b5\u03b7\u03b9\u03bf\u03c1\u03c5\u03c9"},
	{0x031B, "ou"},
	{0x0323, "abdehiklmnorstuvwyz\u01a1\u01b0"},
	{0x0324, "u"},
	{0x0325, "a"},
	{0x0326, "st"},
	{0x0327, "cdeghklnrst"},
	{0x0328, "aeiou"},
	{0x032D, "delntu"},
	{0x032E, "h"},
	{0x0330, "eiu"},
	{0x0331, "bdhklnrtz"},
	{0x0342, "\u03b1\u03b7\u03b9\u03c5\u03c9\u03ca\u03cb\u1f00\u1f01\u1f20\u1f21\u1f30\u1f31\u1f50\u1f51\u1f60" +
		"\u1f61"},
	{0x0653, "\u0627"},
	{0x0654, "\u0627\u0648\u064a\u06c1\u06d2\u06d5"},
	{0x0655, "\u0627"},
	{0x093C, "\u0928\u0930\u0933"},
	{0x09BE, "\u09c7"},
	{0x09D7, "\u09c7"},
	{0x0B3E, "\u0b47"},
	{0x0B56, "\u0b47"},
	{0x0B57, "\u0b47"},
	{0x0BBE, "\u0bc6\u0bc7"},
	{0x0BD7, "\u0b92\u0bc6"},
	{0x0C56, "\u0c46"},
	{0x0CC2, "\u0cc6"},
	{0x0CD5, "\u0cbf\u0cc6\u0cca"},
	{0x0CD6, "\u0cc6"},
	{0x0D3E, "\u0d46\u0d47"},
	{0x0D57, "\u0d46"},
	{0x0DCA, "\u0dd9\u0ddc"},
	{0x0DCF, "\u0dd9"},
	{0x0DDF, "\u0dd9"},
	{0x102E, "\u1025"},
	{0x1B35, "\u1b05\u1b07\u1b09\u1b0b\u1b0d\u1b11\u1b3a\u1b3c\u1b3e\u1b3f\u1b42"},
	{0x3099, "\u3046\u304b\u304d\u304f\u3051\u3053\u3055\u3057\u3059\u305b\u305d\u305f\u3061\u3064\u3066\u3068" +
		"\u306f\u3072\u3075\u3078\u307b\u309d\u30a6\u30ab\u30ad\u30af\u30b1\u30b3\u30b5\u30b7\u30b9\u30bb" +
		"\u30bd\u30bf\u30c1\u30c4\u30c6\u30c8\u30cf\u30d2\u30d5\u30d8\u30db\u30ef\u30f0\u30f1\u30f2\u30fd"},
	{0x309A, "\u306f\u3072\u3075\u3078\u307b\u30cf\u30d2\u30d5\u30d8\u30db"},
	{0x110BA, "\U00011099\U0001109b\U000110a5"},
	{0x11127, "\U00011131\U00011132"},
	{0x1133E, "\U00011347"},
	{0x11357, "\U00011347"},
	{0x114B0, "\U000114b9"},
	{0x114BA, "\U000114b9"},
	{0x114BD, "\U000114b9"},
	{0x115AF, "\U000115b8\U000115b9"},
	{0x11930, "\U00011935"},
}
