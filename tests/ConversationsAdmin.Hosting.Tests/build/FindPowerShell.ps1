<#
.SYNOPSIS
    Writes the folder of this PowerShell, or nothing where it is too old for the module, or its .NET is newer than the one that the tests are built for.
#>
param([Parameter(Mandatory)] [version] $Framework)

if ($PSVersionTable.PSVersion -ge '7.4' -and [Environment]::Version.Major -le $Framework.Major) { $PSHOME }
