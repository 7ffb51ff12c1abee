package main

import (
	"fmt"
	"strings"

	"github.com/eventgen-go/eventgen/internal/output"
	"github.com/eventgen-go/eventgen/internal/report"
)

// A reportFile is where a report goes, and in which format.
type reportFile struct {
	print func(report.Report) []byte
	file  string
}

// parseReports reads the values of --report; printer returns the function for a format.
func parseReports(values []string, printer func(format string) func(report.Report) []byte) ([]reportFile, error) {
	var reports []reportFile
	for _, v := range values {
		format, file, found := strings.Cut(v, "=")
		if !found || file == "" {
			return nil, usage(fmt.Sprintf("--report %q is not FORMAT=FILE", v), "for example --report junit=report.xml")
		}
		print := printer(format)
		if print == nil {
			return nil, unknownChoice("the format of --report", format, report.Formats())
		}
		reports = append(reports, reportFile{print, file})
	}
	return reports, nil
}

func writeReports(reports []reportFile, all report.Report) error {
	for _, r := range reports {
		if err := output.WriteFile(r.file, r.print(all)); err != nil {
			return err
		}
	}
	return nil
}
