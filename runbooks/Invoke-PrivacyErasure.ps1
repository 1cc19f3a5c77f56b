#Requires -Version 7.4

<#
.SYNOPSIS
    Erases one person from the Twilio conversations of an account, from Azure Automation, with the evidence in blob storage.
.DESCRIPTION
    Runs in the PowerShell 7.4 runtime of Azure Automation, with the modules ConversationsAdmin, Az.Accounts, Az.Storage and, for a key vault, Az.KeyVault.
    WHAT IS ERASED CAN'T BE HAD BACK. Begin with -WhatIf. Remove-ConvIdentity does the work; its help says what is removed, and what remains.

    The evidence is in the container as CSV and JSON, with the journal of each service, below a folder that is named by a hash of the identity or the address, and not by it.
    If the job dies, start it again with the same parameters: it goes on, or finds what is left. Each job has evidence of its own, and all of it stays.
    With -Archive, the conversations that the person takes part in are archived, and the archive is in the blobs, before the first is touched.
    Think about whether an archive of what is to be erased may be kept, and for how long.

    Two jobs never work on the same person: a lease keeps the second one out. No credential is written anywhere.
    The job fails (throws) when something failed or remains, and after the evidence is in the blobs.
.PARAMETER Identity
    The person's chat identity. Either it or -Address.
.PARAMETER Address
    The person's address, such as +15558675310 or whatsapp:+15558675310.
.PARAMETER ServiceSid
    The Conversations service. Either it or -AllServices.
.PARAMETER AllServices
    Every Conversations service of the account, one after the other.
.PARAMETER EveryConversation
    Reads every conversation, and so finds what the person wrote where they no longer take part. It takes much longer.
.PARAMETER MessageAction
    Remove: the person's messages are removed. Redact: they stay without their text.
.PARAMETER Archive
    Archives the conversations first.
.PARAMETER AcceptIncompleteArchive
    Touches also what can't be archived completely: media, which the archive names only.
.PARAMETER CredentialName
    The credential asset of the Automation account: an account SID with its auth token, or an API key SID with its secret and -AccountSid.
.PARAMETER KeyVaultName
    The key vault, in place of a credential asset.
.PARAMETER SecretName
    The secret in the key vault: the auth token, or the secret of the API key.
.PARAMETER UserName
    Who the secret is of: the account SID, or the API key SID.
.PARAMETER AccountSid
    The account of an API key.
.PARAMETER StorageAccountName
    The storage account that keeps the evidence.
.PARAMETER ContainerName
    The container in it.
.PARAMETER Prefix
    The folder in the container.
.PARAMETER MaxError
    Ends the erasure in a service when so many things have failed.
.PARAMETER BreakLock
    Takes the folder although another job holds it. Only when you know that it is dead.
.PARAMETER BaseUri
    Another address of the API, such as that of conv sandbox.
.OUTPUTS
    The evidence: one object for each thing, as Remove-ConvIdentity writes it.
.EXAMPLE
    ./Invoke-PrivacyErasure.ps1 -Identity $identity -AllServices -CredentialName Twilio -StorageAccountName $account -ContainerName erasure -WhatIf
.EXAMPLE
    ./Invoke-PrivacyErasure.ps1 -Address +15558675310 -ServiceSid $serviceSid -EveryConversation -CredentialName Twilio -StorageAccountName $account -ContainerName erasure
.LINK
    about_ConvRunbook
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Low')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingPlainTextForPassword', 'CredentialName', Justification = 'It is the name of an asset, and no credential.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'Functions of the script use them.')]
param(
    [string] $Identity,
    [string] $Address,
    [string] $ServiceSid,
    [switch] $AllServices,
    [switch] $EveryConversation,
    [ValidateSet('Remove', 'Redact')][string] $MessageAction = 'Remove',
    [switch] $Archive,
    [switch] $AcceptIncompleteArchive,
    [string] $CredentialName,
    [string] $KeyVaultName,
    [string] $SecretName,
    [string] $UserName,
    [string] $AccountSid,
    [Parameter(Mandatory)][string] $StorageAccountName,
    [Parameter(Mandatory)][string] $ContainerName,
    [string] $Prefix = 'erasure',
    [ValidateRange(1, [int]::MaxValue)][int] $MaxError = 50,
    [switch] $BreakLock,
    [uri] $BaseUri
)

$ErrorActionPreference = 'Stop'
if (-not $Identity -eq -not $Address) { throw 'Give -Identity or -Address, one of the two.' }
if (-not $ServiceSid -eq -not $AllServices) { throw 'Give -ServiceSid or -AllServices, one of the two.' }
if (-not (Get-Module ConversationsAdmin)) { Import-Module ConversationsAdmin }
. (Join-Path (Get-Module ConversationsAdmin).ModuleBase 'runbooks/BlobState.ps1')

$person = if ($Identity) { @{ Identity = $Identity } } else { @{ Address = $Address } }
$hash = [Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes("$($person.Keys):$($person.Values)"))).Substring(0, 32).ToLowerInvariant()
$isPreview = -not $PSCmdlet.ShouldProcess("$(if ($AllServices) { 'all services' } else { "service $ServiceSid" })", "Erase the person with the hash $hash for good")
$WhatIfPreference = $false

$folder = Connect-BlobFolder $StorageAccountName $ContainerName "$Prefix/$hash"
$connect = @{ Provider = 'Twilio'; Name = "PrivacyErasure-$([guid]::NewGuid())" }
$connect.Credential = Get-JobCredential $CredentialName $KeyVaultName $SecretName $UserName
if ($AccountSid) { $connect.AccountSid = $AccountSid }
if ($BaseUri) { $connect.BaseUri = $BaseUri }
Connect-ConvProvider @connect
$connection = Get-ConvConnection $connect.Name
$disk = Join-Path ([IO.Path]::GetTempPath()) "conversations-admin-$([guid]::NewGuid())"
$run = [datetime]::UtcNow.ToString('yyyyMMdd-HHmmss')
$lease = $null
$failures = [System.Collections.Generic.List[string]]::new()

# What the person takes part in is archived, and the archive is in the blobs, before anything is touched.
function Save-Archive([string] $Service, [string] $Path) {
    $name = "$Service.archive.jsonl.gz"
    $null = Restore-BlobFile $folder $name $Path
    $sids = @(Get-ConvParticipantConversation @person -ServiceSid $Service -Connection $connection | ForEach-Object ConversationSid | Sort-Object -Unique)
    if (-not $sids) { return }
    $null = Export-ConvConversation $Path -ConversationSid $sids -ServiceSid $Service -Connection $connection
    Save-BlobFile $folder $name $Path
}

function Invoke-Erasure([string] $Service) {
    $archivePath, $journal, $evidence = 'archive.jsonl.gz', 'journal.jsonl', 'evidence' | ForEach-Object { Join-Path $disk "$Service.$_" }
    $null = Restore-BlobFile $folder "$Service.journal.jsonl" $journal
    $erase = @{} + $person + @{ ServiceSid = $Service; Connection = $connection; EveryConversation = $EveryConversation; MessageAction = $MessageAction; JournalPath = $journal; MaxError = $MaxError }
    if ($Archive) {
        Save-Archive $Service $archivePath
        $erase += @{ ArchivePath = $archivePath; AcceptIncompleteArchive = $AcceptIncompleteArchive }
    }
    $found = [System.Collections.Generic.List[object]]::new()
    $problems = @()
    $fatal = $null
    try {
        Remove-ConvIdentity @erase -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems | ForEach-Object {
            $found.Add($_)
            $_
        }
    }
    catch { $fatal = $_ }

    # Whatever happened: what was done must be provable.
    ConvertTo-Json -InputObject $found.ToArray() -Depth 4 | Set-Content -LiteralPath "$evidence.json"
    $found | Export-Csv -LiteralPath "$evidence.csv"
    foreach ($kind in 'json', 'csv') { Save-BlobFile $folder "$run/$Service.evidence.$kind" "$evidence.$kind" }
    if (Test-Path -LiteralPath $journal) { Save-BlobFile $folder "$Service.journal.jsonl" $journal }
    if (Test-Path -LiteralPath $archivePath) { Save-BlobFile $folder "$Service.archive.jsonl.gz" $archivePath }
    foreach ($problem in @($problems) + $fatal) { if ($problem) { $failures.Add("$Service`: $problem") } }
}

try {
    $services = @(if ($AllServices) { (Get-ConvService -Connection $connection).ServiceSid } else { $ServiceSid })
    if ($isPreview) {
        foreach ($service in $services) {
            Remove-ConvIdentity @person -ServiceSid $service -Connection $connection -EveryConversation:$EveryConversation -MessageAction $MessageAction -WhatIf
        }
        return
    }

    $null = New-Item -ItemType Directory -Path $disk
    $lease = Lock-BlobFolder $folder -BreakLock:$BreakLock
    foreach ($service in $services) {
        Invoke-Erasure $service
        Save-Heartbeat $folder
    }
    if ($failures) { throw "$($failures.Count) things failed or remain, and the evidence says which ($($folder.Prefix)/$run). Start the job again. The first: $($failures | Select-Object -First 3)" }
}
finally {
    if ($lease) { $null = $lease.Release() }
    Disconnect-ConvProvider $connect.Name
    Remove-Item -LiteralPath $disk -Recurse -Force -ErrorAction Ignore
}
