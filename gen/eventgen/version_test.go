package main

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
)

// What Go notes when it builds is told, and nothing where it notes nothing.
func TestVersionOfBuild(t *testing.T) {
	setting := func(key, value string) debug.BuildSetting { return debug.BuildSetting{Key: key, Value: value} }
	first := " " + runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH + "\n"
	tests := []struct {
		info *debug.BuildInfo
		want string
	}{
		{nil, "eventgen (devel)" + first},
		{&debug.BuildInfo{}, "eventgen (devel)" + first},
		{&debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}}, "eventgen v1.2.3" + first},
		{
			&debug.BuildInfo{Settings: []debug.BuildSetting{setting("vcs.revision", "0123abcd"), setting("vcs.time", "2026-01-02T03:04:05Z"), setting("vcs.modified", "true")}},
			"eventgen (devel)" + first + "revision 0123abcd of 2026-01-02T03:04:05Z, modified\n",
		},
		{
			&debug.BuildInfo{Settings: []debug.BuildSetting{setting("vcs.revision", "0123abcd"), setting("vcs.modified", "false")}},
			"eventgen (devel)" + first + "revision 0123abcd\n",
		},
	}
	for _, test := range tests {
		var b strings.Builder
		if err := originOf(test.info).print(&b, "text"); err != nil || b.String() != test.want {
			t.Errorf("got %q and %v, want %q", b.String(), err, test.want)
		}
	}
}
