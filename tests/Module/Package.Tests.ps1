BeforeAll {
    . "$PSScriptRoot/CleanPowerShell.ps1"
    $root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
    $canPack = [bool] (Get-Command Compress-PSResource -ErrorAction Ignore)

    function Skip-WithoutTool {
        if (-not $canPack) { Set-ItResult -Skipped -Because 'Microsoft.PowerShell.PSResourceGet 1.1 or later is needed: Install-PSResource Microsoft.PowerShell.PSResourceGet' }
    }

    # A user of their own, so that nobody's repositories and modules are seen or changed.
    $userFolder = Join-Path $TestDrive 'home'
    $gallery = Join-Path $TestDrive 'gallery'
    $packages = Join-Path $TestDrive 'packages'
    $installed = if ($IsWindows) { Join-Path $TestDrive 'modules' } else { Join-Path $userFolder '.local/share/powershell/Modules' }
    $null = New-Item -ItemType Directory -Path $userFolder, $gallery, $packages, $installed
    $user = @{ HOME = $userFolder; USERPROFILE = $userFolder; LOCALAPPDATA = $userFolder; APPDATA = $userFolder; XDG_DATA_HOME = ''; XDG_CONFIG_HOME = ''; PSModulePath = '' }

    $prepare = @"
        . '$root/build/Package.ps1'
        `$file = (Compress-BuiltModule -ModulePath `$module -Destination '$packages').FullName
        Register-PSResourceRepository -Name Folder -Uri '$gallery' -Trusted
"@
    $install = if ($IsWindows) { "Save-PSResource ConversationsAdmin -Repository Folder -Path '$installed'" } else { 'Install-PSResource ConversationsAdmin -Repository Folder -Scope CurrentUser' }

    if ($canPack) {
        $null = Invoke-CleanPowerShell -Environment ($user + @{ PSGALLERY_API_KEY = 'not-a-secret' }) -Script @"
            $prepare
            Publish-BuiltModule -PackagePath `$file -Repository Folder
            $install
"@
        $package = Get-ChildItem -LiteralPath $gallery -Filter '*.nupkg'
        $archive = [IO.Compression.ZipFile]::OpenRead($package.FullName)
        $entries = @($archive.Entries | ForEach-Object FullName)
        $reader = [IO.StreamReader]::new($archive.GetEntry('ConversationsAdmin.nuspec').Open())
        $nuspec = ([xml] $reader.ReadToEnd()).package.metadata
        $reader.Dispose()
        $archive.Dispose()
    }

    # In a PowerShell whose only modules are its own and what was installed.
    function Invoke-Installed([string] $Script) {
        Invoke-CleanPowerShell -Environment $user -Script "`$env:PSModulePath = '$installed' + [IO.Path]::PathSeparator + (Join-Path `$PSHOME 'Modules'); $Script"
    }
}

Describe 'The package' {
    BeforeEach { Skip-WithoutTool }

    It 'holds what the module needs and nothing else' {
        $needed = @(
            '^ConversationsAdmin\.(psd1|Format\.ps1xml)$'
            '^(LICENSE|THIRD-PARTY-NOTICES\.txt)$'
            '^en-US/about_Conv\w+\.help\.txt$'
            '^bin/ConversationsAdmin(\.Module)?\.(dll|pdb)$'
            '^bin/private/ConversationsAdmin\.(Core|Sandbox)\.(dll|pdb)$'
            '^bin/private/(Polly\.Core|RestSharp)\.dll$'
            '^ConversationsAdmin\.nuspec$'
        )
        $possible = @(
            '^bin/private/(linux|linux-musl|osx|win)-(x64|arm64)/(ConversationsAdmin\.(Core|Sandbox)|Polly\.Core|RestSharp)\.dll$'
            '^en-US/ConversationsAdmin\.Module\.dll-Help\.xml$'
            '^runbooks/[\w-]+\.ps1$'
            '^(_rels/\.rels|\[Content_Types\]\.xml|package/services/metadata/core-properties/nuget\.psmdcp)$'
        )
        foreach ($pattern in $needed) { @($entries -match $pattern) | Should -Not -BeNullOrEmpty -Because $pattern }
        $entries -notmatch ($needed + $possible -join '|') | Should -BeNullOrEmpty
        "The package $($package.Name): $($entries.Count) files, $($package.Length) bytes." | Out-Host
    }

    It 'says what the Gallery shows' {
        $nuspec.id | Should -Be 'ConversationsAdmin'
        $nuspec.version | Should -Be $manifest.ModuleVersion
        $nuspec.licenseUrl, $nuspec.projectUrl, $nuspec.releaseNotes | Should -Match '^https://github\.com/conversationsadmin/ConversationsAdmin'
        $nuspec.tags -split ' ' | Should -Contain 'PSEdition_Core'
    }

    It 'is installed under its name and version, whole' {
        $folder = Join-Path $installed "ConversationsAdmin/$($manifest.ModuleVersion)"
        $built = Get-ChildItem -LiteralPath $module -Recurse -File | ForEach-Object { [IO.Path]::GetRelativePath($module, $_.FullName) }
        $found = Get-ChildItem -LiteralPath $folder -Recurse -File | ForEach-Object { [IO.Path]::GetRelativePath($folder, $_.FullName) } | Where-Object { $_ -ne 'PSGetModuleInfo.xml' }
        $found | Sort-Object | Should -Be ($built | Sort-Object)
    }

    It 'imports by its name, and its pipeline removes what it found and nothing else' {
        $counts = Invoke-Installed @'
            Import-Module ConversationsAdmin
            $null = Connect-ConvProvider Twilio -Sandbox
            $before = @(Get-ConvConversation)
            $closed = @($before | Where-Object State -EQ closed | Select-Object -First 20)
            $outcomes = @($closed | Remove-ConvConversation -Confirm:$false -PassThru)
            $after = @(Get-ConvConversation)
            @{
                From = (Get-Module ConversationsAdmin).ModuleBase
                Removed = @($outcomes | Where-Object Status -EQ Removed).Count
                Gone = $before.Count - $after.Count
                Wrong = @($after | Where-Object ConversationSid -In $closed.ConversationSid).Count
            } | ConvertTo-Json -Compress
'@ | ConvertFrom-Json
        $counts.From | Should -BeLike "$installed*"
        $counts.Removed | Should -Be 20
        $counts.Gone | Should -Be 20
        $counts.Wrong | Should -Be 0
    }

    It 'loads by itself when one of its commands is called' {
        Invoke-Installed '$null = Connect-ConvProvider Twilio -Sandbox; (Get-Module ConversationsAdmin).Name' | Should -Be 'ConversationsAdmin'
    }

    It 'brings its help' {
        $help = Invoke-Installed '(Get-Help about_ConversationsAdmin | Out-String).Length; (Get-Help Remove-ConvConversation).Name'
        [int] $help[0] | Should -BeGreaterThan 2000
        $help[1] | Should -Be 'Remove-ConvConversation'
    }
}

Describe 'Publishing' {
    BeforeEach { Skip-WithoutTool }

    It 'does nothing without a key, and says where it is looked for' {
        $said = Invoke-CleanPowerShell -Environment ($user + @{ PSGALLERY_API_KEY = '' }) -Script @"
            . '$root/build/Package.ps1'
            try { Publish-BuiltModule -PackagePath '$packages/absent.nupkg' -Repository Nowhere } catch { "`$_" }
"@
        $said | Should -Match 'PSGALLERY_API_KEY'
    }

    It 'says how to make a package that is not there' {
        $said = Invoke-CleanPowerShell -Environment ($user + @{ PSGALLERY_API_KEY = 'not-a-secret' }) -Script @"
            . '$root/build/Package.ps1'
            try { Publish-BuiltModule -PackagePath '$packages/absent.nupkg' -Repository Nowhere } catch { "`$_" }
"@
        $said | Should -Match '-Task Pack'
        "$said" | Should -Not -Match 'not-a-secret'
    }
}
