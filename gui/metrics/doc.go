// Package metrics is the tab in which a campaign's figures are: indicators with
// their readings, and the data sets imported from platforms, drawn as a chart
// over the table of the same numbers.
//
// What is shown is computed by pure functions (present*.go, figures.go), put
// into widgets by the view and connected to the session by Screen. Rows are
// fetched and added up in the background, because there may be hundreds of
// thousands. The package reads no files itself, knows no export's format and no
// database: an Importer and a metric.Store are given to it.
package metrics
