BeforeAll {
    . "$PSScriptRoot/CleanPowerShell.ps1"

    # Add-Type gives an assembly a random name; the compiler below it takes the one that matters here.
    function Build-ForeignAssembly([string] $Name, [string] $Version) {
        Add-Type 'public class LoadsTheCompiler { }'
        $source = "[assembly: System.Reflection.AssemblyVersion(""$Version"")] namespace Foreign { public class Sign { public string Version() { return ""$Version""; } } }"
        $options = [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new([Microsoft.CodeAnalysis.OutputKind]::DynamicallyLinkedLibrary)
        [Microsoft.CodeAnalysis.SyntaxTree[]] $trees = [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText($source)
        [Microsoft.CodeAnalysis.MetadataReference[]] $references = [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile([object].Assembly.Location)
        $compilation = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create($Name, $trees, $references, $options)
        $file = Join-Path $TestDrive "$Name.dll"
        $emitted = [Microsoft.CodeAnalysis.FileSystemExtensions]::Emit($compilation, $file)
        if (-not $emitted.Success) { throw "$($emitted.Diagnostics)" }
        $file
    }

    $foreign = @{
        'RestSharp' = Build-ForeignAssembly -Name RestSharp -Version 105.2.3.0
        'Polly.Core' = Build-ForeignAssembly -Name Polly.Core -Version 7.1.0.0
    }
    $removeOne = '(Get-ConvConversation -First 1 | Remove-ConvConversation -Confirm:$false -PassThru).Status'
    $versions = '[AppDomain]::CurrentDomain.GetAssemblies().GetName() | Where-Object Name -EQ {0} | ForEach-Object {{ "$($_.Version.Major)" }}'
}

Describe 'Another module that brings <name> <major>' -ForEach @{ Name = 'RestSharp'; Major = 105 }, @{ Name = 'Polly.Core'; Major = 7 } {
    It 'and was loaded first gets its own, as ours does' {
        $found = Invoke-CleanPowerShell @"
            Add-Type -Path '$($foreign[$name])'
            Import-Module `$module
            $useModule; $removeOne
            [Foreign.Sign]::new().Version()
            $($versions -f $name)
"@
        $found[0] | Should -Match '^CH'
        $found[1] | Should -Be 'Removed'
        $found[2] | Should -BeLike "$major.*"
        $found[3..9] | Should -HaveCount 2
        $found[3..9] | Should -Contain "$major"
    }

    It 'and comes later gets its own, as ours still does' {
        $found = Invoke-CleanPowerShell @"
            Import-Module `$module
            $useModule; $removeOne
            Add-Type -Path '$($foreign[$name])'
            [Foreign.Sign]::new().Version()
            $useModule; $removeOne
            $($versions -f $name)
"@
        $found[0, 3] | Should -Match '^CH'
        $found[1, 4] | Should -Be 'Removed', 'Removed'
        $found[2] | Should -BeLike "$major.*"
        $found[5..9] | Should -HaveCount 2
        $found[5..9] | Should -Contain "$major"
    }
}

Describe 'Another version of the module' {
    It 'is refused while one is loaded, and the loaded one goes on' {
        $other = Join-Path $TestDrive 'ConversationsAdmin'
        Copy-Item -LiteralPath $module -Destination $other -Recurse
        Copy-Item -LiteralPath (Build-ForeignAssembly -Name ConversationsAdmin.Module -Version 99.0.0.0) -Destination (Join-Path $other 'bin')
        $copied = Join-Path $other 'ConversationsAdmin.psd1'
        Set-Content -LiteralPath $copied -Value ((Get-Content -LiteralPath $copied -Raw) -replace "(?<=ModuleVersion\s*=\s*')[^']+", '99.0.0')
        $found = Invoke-CleanPowerShell @"
            Import-Module `$module
            try { Import-Module '$other' } catch { "refused: `$_" }
            (Get-Module ConversationsAdmin).Version.ToString()
            $useModule
"@
        $found[0] | Should -Match '^refused: .*ConversationsAdmin\.Module, Version=99\.0\.0\.0.*already loaded'
        $found[1] | Should -Be $manifest.ModuleVersion
        $found[2] | Should -Match '^CH'
    }
}

Describe 'Jobs' {
    It 'work in ForEach-Object -Parallel on a connection that is handed over' {
        $found = Invoke-CleanPowerShell @'
            Import-Module $module
            $connection = Connect-ConvProvider Twilio -Sandbox -PassThru
            Get-ConvConversation -First 8 | ForEach-Object -ThrottleLimit 4 -Parallel {
                Import-Module $using:module
                ($_ | Remove-ConvConversation -Connection $using:connection -Confirm:$false -PassThru).Status
            }
            @($connection.Sandbox.Requests | Where-Object Method -EQ DELETE).Count
'@
        $found | Should -Be (@('Removed') * 8 + '8')
    }

    It 'work in Start-ThreadJob, with connections of their own and with one that is handed over' {
        if (-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) { Set-ItResult -Skipped -Because 'Microsoft.PowerShell.ThreadJob is not here: Install-PSResource Microsoft.PowerShell.ThreadJob'; return }
        $found = Invoke-CleanPowerShell @"
            Import-Module `$module
            `$connection = Connect-ConvProvider Twilio -Sandbox -PassThru
            `$jobs = 1..3 | ForEach-Object {
                Start-ThreadJob { `$ErrorActionPreference = 'Stop'; Import-Module `$using:module; $useModule; (Get-ConvConversation -Connection `$using:connection -First 1).ConversationSid }
            }
            `$jobs | Receive-Job -Wait -AutoRemoveJob
"@
        $found | Should -HaveCount 6
        $found | Should -Match '^CH[0-9a-f]{32}$'
    }

    It 'work in Start-Job, a process of its own' {
        Invoke-CleanPowerShell "Start-Job { Import-Module `$using:module; $useModule } | Receive-Job -Wait -AutoRemoveJob" | Should -Match '^CH[0-9a-f]{32}$'
    }
}

Describe 'Remove-Module' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        $server = Open-SocketSandbox
    }

    AfterAll { Close-SocketSandbox $server }

    It 'leaves no connection, timer or thread behind' {
        if (-not $server) { Set-ItResult -Skipped -Because 'conv is not built'; return }
        $left = Invoke-CleanPowerShell @"
            # What the runtime itself keeps after a first request is there before the module comes.
            `$client = [System.Net.Http.HttpClient]::new()
            `$null = `$client.GetAsync('$($server.BaseUri)').Result
            `$client.Dispose()
            function Get-Left {
                @{
                    Connections = @([System.Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties().GetActiveTcpConnections() |
                        Where-Object { `$_.RemoteEndPoint.Port -eq $(([uri] $server.BaseUri).Port) -and `$_.State -eq 'Established' }).Count
                    Timers = [System.Threading.Timer]::ActiveCount
                    Threads = [System.Diagnostics.Process]::GetCurrentProcess().Threads.Count
                }
            }
            `$before = Get-Left

            Import-Module `$module
            `$password = [System.Net.NetworkCredential]::new('', '$($server.Token)').SecurePassword
            `$connect = @{ Provider = 'Twilio'; Credential = [pscredential]::new('$($server.AccountSid)', `$password); BaseUri = '$($server.BaseUri)'; ServiceSid = '$($server.ServiceSid)' }
            Connect-ConvProvider @connect -ActionsPerSecond 0
            Connect-ConvProvider Twilio -Sandbox
            Get-ConvConversation -First 100 | Remove-ConvConversation -Confirm:`$false -ThrottleLimit 20
            Get-ConvConversation -Connection Twilio -First 100 | Remove-ConvConversation -Confirm:`$false -ThrottleLimit 20
            `$during = Get-Left
            Remove-Module ConversationsAdmin

            # The pool gives its threads back after a while without work.
            `$limit = [datetime]::UtcNow.AddSeconds(60)
            do { Start-Sleep -Milliseconds 200; `$after = Get-Left }
            until (-not (`$after.Keys | Where-Object { `$after[`$_] -gt `$before[`$_] }) -or [datetime]::UtcNow -gt `$limit)
            @{ Before = `$before; During = `$during; After = `$after } | ConvertTo-Json -Compress
"@ | ConvertFrom-Json
        $left.During.Connections | Should -BeGreaterThan $left.Before.Connections
        $left.After.Connections | Should -BeLessOrEqual $left.Before.Connections
        $left.After.Timers | Should -BeLessOrEqual $left.Before.Timers
        $left.After.Threads | Should -BeLessOrEqual $left.Before.Threads
    }

    It 'closes the connections of its runspace and no others' {
        $found = Invoke-CleanPowerShell @'
            Import-Module $module
            $connection = Connect-ConvProvider Twilio -Sandbox -PassThru
            $other = [powershell]::Create().AddScript({ param($module) Import-Module $module; $null = Connect-ConvProvider Twilio -Sandbox; Remove-Module ConversationsAdmin }).AddArgument($module)
            $null = $other.Invoke()
            (Get-ConvConversation -First 1).ConversationSid
            Import-Module $module -Force
            @(Get-ConvConnection).Count
            try { Get-ConvConversation -Connection $connection -First 1 } catch { $_.FullyQualifiedErrorId }
'@
        $found[0] | Should -Match '^CH'
        $found[1] | Should -Be '0'
        $found[2] | Should -Be 'UnknownConnection,ConversationsAdmin.Module.Commands.Twilio.GetConvConversationCommand'
    }
}
