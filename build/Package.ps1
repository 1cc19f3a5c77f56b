# What makes the package and publishes it. build.ps1 and the package's own test use it alike.

$keyVariable = 'PSGALLERY_API_KEY'

function Assert-PSResourceGet {
    # Compress-PSResource and Publish-PSResource -NupkgPath came together.
    if (-not (Get-Command Compress-PSResource -ErrorAction Ignore)) {
        throw 'A package needs Microsoft.PowerShell.PSResourceGet 1.1 or later. Get it with: Install-PSResource Microsoft.PowerShell.PSResourceGet'
    }
}

# Makes the nupkg of a built module, in place of one of the same version, and returns its file.
function Compress-BuiltModule([string] $ModulePath, [string] $Destination) {
    Assert-PSResourceGet
    $manifest = Test-ModuleManifest -Path (Join-Path $ModulePath 'ConversationsAdmin.psd1')
    Remove-Item -LiteralPath (Join-Path $Destination "ConversationsAdmin.$($manifest.Version).nupkg") -ErrorAction Ignore
    Compress-PSResource -Path $ModulePath -DestinationPath $Destination -PassThru
}

# Publishes a package as it is, with the key of the environment.
function Publish-BuiltModule([string] $PackagePath, [string] $Repository) {
    $key = [Environment]::GetEnvironmentVariable($keyVariable)
    if (-not $key) { throw "Nothing is published without a key: set the environment variable $keyVariable to an API key of '$Repository'." }
    Assert-PSResourceGet
    if (-not (Test-Path -LiteralPath $PackagePath)) { throw "There is no '$PackagePath'. Make it with: ./build.ps1 -Task Pack" }
    Publish-PSResource -NupkgPath $PackagePath -Repository $Repository -ApiKey $key
}
