// Package shop is a program of somebody who uses eventgen.
package shop

//go:generate go tool eventgen generate order.schema.json --out internal/orders
