// Package corpus finds the documents that tests read but the repository does not hold.
//
// In goes the name of a folder, out comes where it is on this machine. A test whose
// documents are absent is skipped with the reason; where they have to be present, as in CI
// (EVENTGEN_REQUIRE_SHARED=1), it fails instead, so that nothing passes by not running.
package corpus

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The environment variables that this package reads.
const (
	sharedVar  = "EVENTGEN_SHARED"         // the folder of shared documents, in place of <repository>/../shared
	requireVar = "EVENTGEN_REQUIRE_SHARED" // "1": an absent folder is a failure, not a skip
)

// Dir returns the path of the folder sub, slash-separated, of the shared documents; an empty sub
// is their root. The test is skipped where the folder is absent, or fails where it is required.
func Dir(t testing.TB, sub string) string {
	t.Helper()
	root := os.Getenv(sharedVar)
	if root == "" {
		repo, err := moduleRoot()
		if err != nil {
			t.Fatal(err)
		}
		root = filepath.Join(filepath.Dir(repo), "shared")
	}
	dir := filepath.Join(root, filepath.FromSlash(sub))
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		absent(t, fmt.Sprintf("no folder %s: put the shared documents beside the checkout or set %s", dir, sharedVar))
	}
	return dir
}

// LambdaEvents returns the path of the sample events in the sources of aws-lambda-go, at the
// version that go.mod names. The test is skipped, or fails, as for [Dir].
func LambdaEvents(t testing.TB) string {
	t.Helper()
	dir := Module(t, "github.com/aws/aws-lambda-go")
	return filepath.Join(dir, "events", "testdata")
}

// Module returns the folder in which the sources of a module lie, at the version that go.mod
// names. The test is skipped, or fails, as for [Dir] where they are not downloaded.
func Module(t testing.TB, path string) string {
	t.Helper()
	repo, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", path)
	cmd.Dir = repo
	out, err := cmd.Output()
	if err != nil {
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			err = fmt.Errorf("%w: %s", err, exit.Stderr)
		}
		t.Fatalf("go list -m %s: %v", path, err)
	}
	dir := strings.TrimSpace(string(out))
	if dir == "" {
		absent(t, "the sources of "+path+" are not downloaded: run go mod download "+path)
	}
	return dir
}

// absent ends the test: as skipped, or as failed where shared documents are required.
func absent(t testing.TB, why string) {
	t.Helper()
	if os.Getenv(requireVar) == "1" {
		t.Fatal(why)
	}
	t.Skip(why)
}

// moduleRoot returns the folder of the go.mod above the current one: tests run in the folder of
// their package.
func moduleRoot() (string, error) {
	start, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for dir := start; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("no go.mod above %s", start)
		}
	}
}
