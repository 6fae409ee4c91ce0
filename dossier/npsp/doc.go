// Package npsp reads and writes the messages of the National Public Service Portal
// (Cổng Dịch vụ công Quốc gia) about dossiers and their progress.
package npsp
