# The real module is in no registry that every builder reaches. What stands in for it has its commands, parameters, kinds and error ids.
BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    $canary = 'c4n4ry' + 'd' * 26
    $account = 'AC' + 'a' * 32
    $key = 'SK' + 'b' * 32
    $vaultModule = 'Microsoft.PowerShell.SecretManagement'
    $modulesOfTest = Join-Path $TestDrive 'Modules'
    $modulePathBefore = $env:PSModulePath

    $null = New-Item -ItemType Directory -Path (Join-Path $modulesOfTest $vaultModule)
    Set-Content -LiteralPath (Join-Path $modulesOfTest "$vaultModule/$vaultModule.psd1") -Value @"
@{ RootModule = '$vaultModule.psm1'; ModuleVersion = '1.1.2'; GUID = 'a5c858f6-4a8e-41f1-b1ee-0ff8f6ad69d3'; FunctionsToExport = 'Get-Secret', 'Get-SecretInfo', 'Get-SecretVault' }
"@
    Set-Content -LiteralPath (Join-Path $modulesOfTest "$vaultModule/$vaultModule.psm1") -Value @'
if (-not ('Microsoft.PowerShell.SecretManagement.PasswordRequiredException' -as [type])) {
    Add-Type 'namespace Microsoft.PowerShell.SecretManagement { public class PasswordRequiredException : System.InvalidOperationException { public PasswordRequiredException(string m) : base(m) { } } }'
}
$script:secrets = @{}
function Get-Secret {
    [CmdletBinding(DefaultParameterSetName = 'NameParameterSet')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ParameterSetName = 'NameParameterSet')][string] $Name,
        [Parameter(Position = 1, ParameterSetName = 'NameParameterSet')][string] $Vault,
        [switch] $AsPlainText)
    function Write-Failure($Exception, $Id, $Category) { $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new($Exception, $Id, $Category, $null)) }
    # As an extension that says too much.
    Write-Verbose "VERBOSE of $($script:secrets[$Name] | Out-String)"
    Write-Debug "DEBUG of $($script:secrets[$Name] | Out-String)"
    if ($Vault -eq 'Locked') { return Write-Failure ([Microsoft.PowerShell.SecretManagement.PasswordRequiredException]::new('A valid password is required.')) 'GetSecretException' InvalidOperation }
    if ($Name -eq 'in a locked vault') { throw [Microsoft.PowerShell.SecretManagement.PasswordRequiredException]::new('A valid password is required.') }
    if ($Vault -and $Vault -ne 'Store') {
        $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([System.Management.Automation.PSInvalidOperationException]::new("Vault not found in registry: $Vault"), 'GetSecretVaultNotFound', 'InvalidOperation', $null))
    }
    if ($Name -eq 'broken') { return Write-Failure ([System.Management.Automation.PSInvalidOperationException]::new('The store is damaged.')) 'GetSecretException' InvalidOperation }
    if (-not $script:secrets.ContainsKey($Name)) { return Write-Failure ([System.Management.Automation.ItemNotFoundException]::new("The secret $Name was not found.")) 'GetSecretNotFound' ObjectNotFound }
    $script:secrets[$Name]
}
function Get-SecretInfo {
    [CmdletBinding()] param([Parameter(Position = 0)][string] $Name, [Parameter(Position = 1)][string] $Vault)
    $script:secrets.Keys | Where-Object { $Vault -in '', 'Store' } | Sort-Object | ForEach-Object { [pscustomobject]@{ Name = $_; Type = $script:secrets[$_].GetType().Name; VaultName = 'Store' } }
}
function Get-SecretVault { [CmdletBinding()] param([string[]] $Name) [pscustomobject]@{ Name = 'Store'; ModuleName = 'Some.Store' } }
'@
    function Import-Vault([hashtable] $Secret = @{}) {
        $env:PSModulePath = $modulesOfTest + [IO.Path]::PathSeparator + $modulePathBefore
        $module = Import-Module $vaultModule -PassThru -Force -Verbose:$false
        & $module { param($Given) $script:secrets = $Given } $Secret
    }

    function ConvertTo-Token([string] $Text) { ConvertTo-Secret $Text }

    # What is said in every stream and error, to its depth, and in a transcript.
    function Get-Said([scriptblock] $Script) {
        $Error.Clear()
        $transcript = Join-Path $TestDrive "$([guid]::NewGuid()).txt"
        $VerbosePreference = $DebugPreference = 'Continue'
        $null = Start-Transcript -LiteralPath $transcript
        try { $streams = & { try { & $Script } catch { $_ } } *>&1 }
        finally { $null = Stop-Transcript }
        $VerbosePreference = $DebugPreference = 'SilentlyContinue'
        $connection = Get-ConvConnection
        @(
            $streams | Out-String -Width 500
            $streams | Format-List * -Force | Out-String -Width 500
            $Error | Format-List * -Force | Out-String -Width 500
            $Error | ForEach-Object { for ($exception = $_.Exception; $exception; $exception = $exception.InnerException) { $exception | Format-List * -Force | Out-String -Width 500; "$exception" } }
            $connection | Format-List * -Force | Out-String -Width 500
            $connection | ConvertTo-Json -Depth 5 -WarningAction SilentlyContinue
            Get-Content -LiteralPath $transcript -Raw
        ) -join "`n"
    }
}

AfterAll {
    Close-Connection
    $env:PSModulePath = $modulePathBefore
    Remove-Module $vaultModule -ErrorAction Ignore
}

Describe 'A secret from a vault' {
    AfterEach { Close-Connection }

    It 'signs in to Twilio as <Kind>' -ForEach @(
        @{ Kind = 'a credential of an account'; Secret = { ConvertTo-Credential $account $canary }; User = { $account } }
        @{ Kind = 'a credential of an API key'; Secret = { ConvertTo-Credential $key $canary }; User = { $key }; More = { @{ AccountSid = $account } } }
        @{ Kind = 'a hashtable with a token'; Secret = { @{ AccountSid = ConvertTo-Token $account; AuthToken = ConvertTo-Token $canary } }; User = { $account } }
        @{ Kind = 'a hashtable with a key, as plain text, in other letters'; Secret = { @{ accountsid = $account; apikey = $key; APISECRET = $canary } }; User = { $key } }
        @{ Kind = 'a hashtable without the account'; Secret = { @{ ApiKey = $key; ApiSecret = ConvertTo-Token $canary } }; User = { $key }; More = { @{ AccountSid = $account } } }
        @{ Kind = 'a hashtable with both, of which the key is taken'; Secret = { @{ AccountSid = $account; AuthToken = 'x'; ApiKey = $key; ApiSecret = $canary } }; User = { $key } }
    ) {
        Import-Vault @{ nightly = & $Secret }
        $more = if ($More) { & $More } else { @{} }
        $connection = Connect-ConvProvider Twilio -SecretName nightly -VaultName Store -PassThru @more
        $connection.UserName | Should -Be (& $User)
        $connection.AccountSid | Should -Be $account
        (Get-ConvConnection).Name | Should -Be 'Twilio'
        # The vault may give the same object again.
        (Connect-ConvProvider Twilio -SecretName nightly -PassThru @more).UserName | Should -Be (& $User)
    }

    It 'is what is sent: <Provider>' -ForEach @(
        @{ Provider = 'Twilio'; Secret = { param($Server) ConvertTo-Credential $Server.AccountSid $Server.Token }; Address = 'BaseUri'; More = { param($Server) @{ ServiceSid = $Server.ServiceSid } } }
        @{ Provider = 'Telnyx'; Secret = { param($Server) ConvertTo-Secret $Server.ApiKey }; Address = 'TelnyxUri'; More = { @{} } }
        @{ Provider = 'Telnyx'; Secret = { param($Server) $Server.ApiKey }; Address = 'TelnyxUri'; More = { @{} } }
        @{ Provider = 'Telnyx'; Secret = { param($Server) ConvertTo-Credential 'any' $Server.ApiKey }; Address = 'TelnyxUri'; More = { @{} } }
        @{ Provider = 'Sunshine'; Secret = { param($Server) ConvertTo-Credential $Server.KeyId $Server.KeySecret }; Address = 'SunshineUri'; More = { param($Server) @{ AppId = $Server.AppId } } }
        @{ Provider = 'Sunshine'; Secret = { param($Server) @{ KeyId = $Server.KeyId; KeySecret = ConvertTo-Secret $Server.KeySecret } }; Address = 'SunshineUri'; More = { param($Server) @{ AppId = $Server.AppId } } }
    ) {
        $server = Open-SocketSandbox
        if (-not $server) { Set-ItResult -Skipped -Because 'conv is not built'; return }
        try {
            Import-Vault @{ nightly = & $Secret $server }
            $more = & $More $server
            Connect-ConvProvider $Provider -SecretName nightly -BaseUri $server[$Address] @more
            Test-ConvConnection | Should -BeTrue
        }
        finally { Close-SocketSandbox $server }
    }

    It 'is shown nowhere' -ForEach @(
        @{ Secret = { ConvertTo-Credential $account $canary }; Provider = 'Twilio' }
        @{ Secret = { @{ AccountSid = $account; AuthToken = $canary } }; Provider = 'Twilio' }
        @{ Secret = { $canary }; Provider = 'Telnyx' }
        @{ Secret = { $canary }; Provider = 'Twilio'; Refused = $true }
        @{ Secret = { @{ $canary = $account } }; Provider = 'Twilio'; Refused = $true }
        @{ Secret = { "$canary with blanks" }; Provider = 'Telnyx'; Refused = $true }
        @{ Secret = { ConvertTo-Credential 'me' $canary }; Provider = 'Twilio'; Refused = $true }
    ) {
        Import-Vault @{ nightly = & $Secret }
        $said = Get-Said { Connect-ConvProvider $Provider -SecretName nightly -BaseUri (Get-ClosedAddress) -MaxRetry 0; Test-ConvConnection }
        if ($Refused) { $said | Should -BeLike '*UnsuitableSecret*' } else { $said | Should -BeLike '*could not be reached*' }
        $said.Contains($canary) | Should -BeFalse
        $said.Contains([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("${account}:$canary"))) | Should -BeFalse
    }
}

Describe 'A secret that can''t be had' {
    AfterEach { Get-ConvConnection | Should -BeNullOrEmpty; Close-Connection }

    It 'says so: <Id>' -ForEach @(
        @{ Id = 'SecretNotFound'; Given = @{ SecretName = 'absent' }; Says = "*'absent'*" }
        @{ Id = 'SecretNotFound'; Given = @{ SecretName = 'absent'; VaultName = 'Store' }; Says = "*'absent'*'Store'*" }
        @{ Id = 'VaultNotFound'; Given = @{ SecretName = 'nightly'; VaultName = 'Stroe' }; Says = "*'Stroe'*Get-SecretVault*" }
        @{ Id = 'VaultLocked'; Given = @{ SecretName = 'nightly'; VaultName = 'Locked' }; Says = "*'Locked'*Unlock-Secret*" }
        @{ Id = 'VaultLocked'; Given = @{ SecretName = 'in a locked vault' }; Says = '*Unlock-Secret*-VaultName*' }
        @{ Id = 'SecretNotRead'; Given = @{ SecretName = 'broken' }; Says = "*'broken'*The store is damaged.*" }
        @{ Id = 'ParameterArgumentValidationError'; Given = @{ SecretName = '' }; Says = '*SecretName*' }
    ) {
        Import-Vault @{ nightly = $canary }
        $thrown = Get-EndOf { Connect-ConvProvider Telnyx @Given }
        $thrown.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $thrown.Exception.Message | Should -BeLike $Says
    }

    It 'is named by its kind, with what <Provider> needs: <Kind>' -ForEach @(
        @{ Provider = 'Twilio'; Secret = { $canary }; Kind = 'a String'; Needs = '*PSCredential*AccountSid and AuthToken*' }
        @{ Provider = 'Twilio'; Secret = { ConvertTo-Secret $canary }; Kind = 'a SecureString'; Needs = '*PSCredential*AuthToken*' }
        @{ Provider = 'Telnyx'; Secret = { [byte[]](1, 2, 3) }; Kind = 'a list of Byte'; Needs = '*SecureString*API key*' }
        @{ Provider = 'Telnyx'; Secret = { @{ ApiKey = $canary } }; Kind = 'a Hashtable'; Needs = '*SecureString*API key*' }
        @{ Provider = 'Sunshine'; Secret = { $canary }; Kind = 'a String'; Needs = '*KeyId and KeySecret*' }
        @{ Provider = 'Sunshine'; Secret = { @{ KeyId = $canary } }; Kind = 'lacks'; Needs = '*KeyId and KeySecret*' }
        @{ Provider = 'Twilio'; Secret = { @{ AccountSid = $account } }; Kind = 'lacks'; Needs = '*AccountSid and AuthToken*' }
        @{ Provider = 'Twilio'; Secret = { @{ AccountSid = $account; AuthToken = 5 } }; Kind = 'Int32'; Needs = '*AuthToken*' }
        @{ Provider = 'Twilio'; Secret = { ConvertTo-Credential $key $canary }; Kind = 'does not tell its account'; Needs = '*-AccountSid*' }
    ) {
        Import-Vault @{ nightly = & $Secret }
        $thrown = Get-EndOf { Connect-ConvProvider $Provider -SecretName nightly -BaseUri 'https://example.com' }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'UnsuitableSecret,*'
        $thrown.Exception.Message | Should -BeLike "*'nightly'*$Kind*"
        $thrown.Exception.Message | Should -BeLike $Needs
    }

    It 'is of another account than -AccountSid' {
        Import-Vault @{ nightly = @{ AccountSid = $account; AuthToken = $canary } }
        (Get-EndOf { Connect-ConvProvider Twilio -SecretName nightly -AccountSid ('AC' + 'f' * 32) }).Exception.Message | Should -BeLike '*account*'
    }

    It 'without the module says what to install' {
        $said = Invoke-Unattended @"
`$env:PSModulePath = Join-Path `$PSHOME Modules
try { Connect-ConvProvider Telnyx -SecretName nightly } catch { `$_.FullyQualifiedErrorId; "`$_" }
"@
        $said | Should -BeLike '*NoSecretManagement,*Install-PSResource Microsoft.PowerShell.SecretManagement*'
    }

    It 'is not looked for by a function of the session that only has the name' {
        Import-Vault @{ nightly = $canary }
        function Get-Secret { throw 'This is another Get-Secret.' }
        { Connect-ConvProvider Telnyx -SecretName nightly } | Should -Not -Throw
        Close-Connection
    }
}

Describe 'The names of secrets and vaults' {
    BeforeAll {
        function Get-Word([string] $Line) { @((TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches) }
    }

    It 'are completed from the module when it is loaded' {
        Import-Vault @{ nightly = $canary; 'two words' = ConvertTo-Secret $canary }
        (Get-Word 'Connect-ConvProvider Telnyx -SecretName ').CompletionText | Should -Be 'nightly', "'two words'"
        (Get-Word 'Connect-ConvProvider Telnyx -SecretName n').ToolTip | Should -Be 'String in Store'
        (Get-Word 'Connect-ConvProvider Telnyx -VaultName Store -SecretName tw').CompletionText | Should -Be "'two words'"
        (Get-Word 'Connect-ConvProvider Telnyx -VaultName Other -SecretName n').CompletionText | Should -Not -Contain 'nightly'
        (Get-Word 'Connect-ConvProvider Telnyx -VaultName ').CompletionText | Should -Be 'Store'
    }

    It 'are not asked for when it is not loaded' {
        Remove-Module $vaultModule -ErrorAction Ignore
        (Get-Word 'Connect-ConvProvider Telnyx -SecretName nig').CompletionText | Should -Not -Contain 'nightly'
        Get-Module $vaultModule | Should -BeNullOrEmpty
    }
}

Describe 'A credential asset of Azure Automation' {
    It 'signs in' {
        function Get-AutomationPSCredential([string] $Name) { if ($Name -eq 'Twilio') { ConvertTo-Credential $account $canary } }
        (Connect-ConvProvider Twilio -Credential (Get-AutomationPSCredential -Name Twilio) -PassThru).UserName | Should -Be $account
        Close-Connection
    }

    It 'that is not there is an error, and no question' {
        function Get-AutomationPSCredential([string] $Name) { $null = $Name }
        (Get-EndOf { Connect-ConvProvider Twilio -Credential (Get-AutomationPSCredential -Name Twillio) }).Exception.Message | Should -BeLike '*credential is null*'
    }
}
