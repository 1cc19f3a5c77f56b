BeforeAll { . "$PSScriptRoot/CleanPowerShell.ps1" }

Describe 'The built module' {
    It 'imports in a clean PowerShell, and its cmdlets answer' {
        Invoke-CleanPowerShell "Import-Module `$module; $useModule" | Should -Match '^CH[0-9a-f]{32}$'
    }

    It 'exports exactly what the manifest names' {
        $exported = Invoke-CleanPowerShell '(Import-Module $module -PassThru).ExportedCommands.Keys'
        $exported | Sort-Object | Should -Be (@($manifest.CmdletsToExport) + @($manifest.AliasesToExport) | Sort-Object)
    }

    It 'imports again and again with -Force' {
        $found = Invoke-CleanPowerShell @"
            Import-Module `$module
            $useModule
            1..2 | ForEach-Object { Import-Module `$module -Force; $useModule }
            (Get-Command -Module ConversationsAdmin -CommandType Cmdlet).Count
"@
        $found[0..2] | Should -Match '^CH'
        $found[-1] | Should -Be $manifest.CmdletsToExport.Count
    }

    It 'imports again after Remove-Module' {
        $found = Invoke-CleanPowerShell @"
            Import-Module `$module
            $useModule
            Remove-Module ConversationsAdmin
            @(Get-Command -Module ConversationsAdmin).Count
            Import-Module `$module
            $useModule
"@
        $found[0, 2] | Should -Match '^CH'
        $found[1] | Should -Be 0
    }

    It 'keeps its own RestSharp away from other modules' {
        $found = Invoke-CleanPowerShell @"
            Import-Module `$module
            `$null = & { $useModule }
            [Runtime.Loader.AssemblyLoadContext]::Default.Assemblies.GetName().Name
"@
        $found | Should -Contain 'ConversationsAdmin'
        $found | Should -Not -Contain 'ConversationsAdmin.Core'
        $found | Should -Not -Contain 'RestSharp'
    }
}

Describe 'The built module in several runspaces' {
    It 'goes on working in one while others import and remove it' {
        $found = Invoke-CleanPowerShell @"
            `$worker = [powershell]::Create().AddScript({
                param(`$module)
                `$ErrorActionPreference = 'Stop'
                Import-Module `$module
                `$null = Connect-ConvProvider Twilio -Sandbox
                1..20 | ForEach-Object { (Get-ConvConversation | Select-Object -First 1).ConversationSid; Start-Sleep -Milliseconds 20 }
            }).AddArgument(`$module)
            `$running = `$worker.BeginInvoke()
            1..5 | ForEach-Object {
                `$other = [powershell]::Create().AddScript({ param(`$module) Import-Module `$module; Remove-Module ConversationsAdmin }).AddArgument(`$module)
                `$null = `$other.Invoke()
                "errors: `$(`$other.Streams.Error.Count)"
            }
            `$worker.EndInvoke(`$running)
            "errors: `$(`$worker.Streams.Error.Count)"
"@
        @($found -match '^CH') | Should -HaveCount 20
        $found -match '^errors' | Sort-Object -Unique | Should -Be 'errors: 0'
    }

    It 'first works in one after another has removed it' {
        Invoke-CleanPowerShell @"
            Import-Module `$module
            `$other = [powershell]::Create().AddScript({ param(`$module) Import-Module `$module; Remove-Module ConversationsAdmin }).AddArgument(`$module)
            `$null = `$other.Invoke()
            $useModule
"@ | Should -Match '^CH'
    }

    It 'imports in four at once' {
        $found = Invoke-CleanPowerShell @"
            1..4 | ForEach-Object -ThrottleLimit 4 -Parallel { `$ErrorActionPreference = 'Stop'; Import-Module `$using:module; $useModule }
"@
        $found | Should -HaveCount 4
        $found | Should -Match '^CH'
    }
}
