# What the tests of the providers' errors share: dot-source it in BeforeAll, after Common.ps1.

$categoryOfStatus = @{
    400 = 'InvalidArgument'; 401 = 'AuthenticationError'; 402 = 'InvalidOperation'; 403 = 'PermissionDenied'; 404 = 'ObjectNotFound'
    409 = 'ResourceExists'; 422 = 'InvalidArgument'; 423 = 'InvalidOperation'; 429 = 'LimitsExceeded'; 500 = 'ResourceUnavailable'
}

# What the module's cmdlets are called, and their parameters, so that no advice names what is not there.
$cmdlets = Get-Command -Module ConversationsAdmin -CommandType Cmdlet
$parameters = $cmdlets.Parameters.Keys | Sort-Object -Unique

# Opens a sandbox without retries, which would only wait for the same refusal, and without a pace, which would keep it from coming.
function Open-ProviderSandbox([string] $Provider, [hashtable] $Option = @{}) {
    $all = @{ Conversations = 0 }
    foreach ($key in $Option.Keys) { $all[$key] = $Option[$key] }
    Connect-ConvProvider $Provider -Sandbox -SandboxOption $all -MaxRetry 0 -ActionsPerSecond 0 -PassThru
}

# Asserts what every refusal tells, beside its identifier and its advice.
function Assert-Refusal($Found, [string] $Provider, [string] $Code, [int] $Status, $Target, [string] $Advice) {
    @($Found).Count | Should -Be 1
    $record = @($Found)[0]
    $record.FullyQualifiedErrorId | Should -BeLike "$Provider.$($Code ? $Code : $Status),*"
    $record.CategoryInfo.Category | Should -Be $categoryOfStatus[$Status]
    if ($null -eq $Target) { $record.TargetObject | Should -BeNullOrEmpty }
    else {
        # The same object, or the same text: a type of the module's own in its place would be no input.
        if ($Target -is [string]) { $record.TargetObject | Should -BeOfType string }
        $record.TargetObject | Should -Be $Target
    }
    $exception = $record.Exception
    "$($exception.ErrorCode)" | Should -Be $Code
    $exception.StatusCode | Should -Be $Status
    $exception.ProviderMessage | Should -Not -BeNullOrEmpty
    $exception.Message | Should -BeLike "*$Status*$Code*$([WildcardPattern]::Escape($exception.ProviderMessage.TrimEnd('.')))*$([WildcardPattern]::Escape($exception.Advice))"
    $exception.Advice | Should -BeLike "*$Advice*"
    $exception.ProviderMessage | Should -Not -BeLike "*$Advice*"
    foreach ($named in [regex]::Matches($exception.Advice, '\b(Get|New|Set|Remove|Connect|Add)-[A-Z]\w+').Value) { @($cmdlets.Name) + 'Get-Help' | Should -Contain $named }
    foreach ($named in [regex]::Matches($exception.Advice, '(?<=(^|[ (])-)[A-Z]\w+').Value) { $parameters | Should -Contain $named }
    $exception
}
