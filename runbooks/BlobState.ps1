#Requires -Version 7.4

# What the runbooks beside it share: signing in, one job at a time, and files that outlive the job. They dot-source it from the module's folder.

# A cloud job is ended after three hours. A lock whose owner has shown no life for longer is nobody's.
$lockIsStaleAfter = [timespan]'03:15:00'

<#
.SYNOPSIS
    Signs in with the managed identity, and returns where the files of a job are kept, and a name for this start of it that no other has.
#>
function Connect-BlobFolder {
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)][string] $StorageAccountName,
        [Parameter(Mandatory)][string] $ContainerName,
        [Parameter(Mandatory)][string] $Prefix
    )
    # Jobs may share a process: what one signs in as must not be what the next one is.
    $null = Disable-AzContextAutosave -Scope Process
    $null = Connect-AzAccount -Identity
    @{
        Container = $ContainerName
        Prefix = $Prefix.Trim('/')
        Context = New-AzStorageContext -StorageAccountName $StorageAccountName -UseConnectedAccount
        # A job that Azure Automation restarts has the same job id, and must not write over what it kept the first time.
        Start = "$([datetime]::UtcNow.ToString('yyyyMMdd-HHmmss'))-$([guid]::NewGuid().ToString('N').Substring(0, 8))"
        Lease = $null
    }
}

<#
.SYNOPSIS
    Returns the provider's credential: a credential asset, or a secret of a key vault with a user name. Neither is written anywhere.
#>
function Get-JobCredential {
    [CmdletBinding()]
    [OutputType([pscredential])]
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingPlainTextForPassword', 'CredentialName', Justification = 'It is the name of an asset, and no credential.')]
    param([string] $CredentialName, [string] $KeyVaultName, [string] $SecretName, [string] $UserName)
    if ($CredentialName) {
        $asset = Get-AutomationPSCredential -Name $CredentialName
        if (-not $asset) { throw "There is no credential asset '$CredentialName'. Make it in the Automation account: the user name is the account SID or the API key SID." }
        return $asset
    }
    if (-not ($KeyVaultName -and $SecretName -and $UserName)) {
        throw 'Say who signs in: give -CredentialName, or -KeyVaultName with -SecretName and -UserName (the account SID or the API key SID).'
    }
    $secret = Get-AzKeyVaultSecret -VaultName $KeyVaultName -Name $SecretName
    if (-not $secret) { throw "The key vault '$KeyVaultName' has no secret '$SecretName', or the managed identity may not read it (Key Vault Secrets User)." }
    [pscredential]::new($UserName, $secret.SecretValue)
}

<#
.SYNOPSIS
    Keeps a file as a blob, whole or not at all. A blob of the same name is replaced.
#>
function Save-BlobFile {
    [CmdletBinding()]
    param([Parameter(Mandatory)][hashtable] $Folder, [Parameter(Mandatory)][string] $Name, [Parameter(Mandatory)][string] $Path)
    $null = Set-AzStorageBlobContent -File $Path -Container $Folder.Container -Blob "$($Folder.Prefix)/$Name" -Context $Folder.Context -Force -Confirm:$false
}

<#
.SYNOPSIS
    Keeps a text or an object, as JSON, as a blob.
#>
function Save-BlobObject {
    [CmdletBinding()]
    param([Parameter(Mandatory)][hashtable] $Folder, [Parameter(Mandatory)][string] $Name, [Parameter(Mandatory)] $InputObject)
    $file = New-TemporaryFile
    try {
        ConvertTo-Json -InputObject $InputObject -Depth 4 | Set-Content -LiteralPath $file
        Save-BlobFile -Folder $Folder -Name $Name -Path $file
    }
    finally { Remove-Item -LiteralPath $file -Force }
}

<#
.SYNOPSIS
    Returns the blobs below a name. That there are none is no error; that they can't be listed is one, and not taken for none.
#>
function Get-BlobFile {
    [CmdletBinding()]
    param([Parameter(Mandatory)][hashtable] $Folder, [string] $Name = '')
    Get-AzStorageBlob -Container $Folder.Container -Prefix "$($Folder.Prefix)/$Name" -Context $Folder.Context
}

<#
.SYNOPSIS
    Brings a blob back as a file. Returns whether there was one.
#>
function Restore-BlobFile {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)][hashtable] $Folder, [Parameter(Mandatory)][string] $Name, [Parameter(Mandatory)][string] $Path)
    $found = @(Get-BlobFile $Folder $Name | Where-Object Name -CEQ "$($Folder.Prefix)/$Name")
    if ($found) {
        $null = Get-AzStorageBlobContent -Container $Folder.Container -Blob $found[0].Name -Destination $Path -Context $Folder.Context -Force -Confirm:$false
    }
    $found.Count -gt 0
}

<#
.SYNOPSIS
    Removes a blob, if there is one.
#>
function Remove-BlobFile {
    [CmdletBinding()]
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'The runbook has asked.')]
    param([Parameter(Mandatory)][hashtable] $Folder, [Parameter(Mandatory)][string] $Name)
    foreach ($blob in Get-BlobFile $Folder $Name | Where-Object Name -CEQ "$($Folder.Prefix)/$Name") {
        Remove-AzStorageBlob -Container $Folder.Container -Blob $blob.Name -Context $Folder.Context -Force -Confirm:$false
    }
}

<#
.SYNOPSIS
    Takes the lock of a folder, so that two jobs never work on it at once. Unlock-BlobFolder lets go of it.
.DESCRIPTION
    A job that Azure Automation restarts has the same job id, and so gets its own lock again. The lock of a dead job is taken over
    only with the id that its heartbeat tells, in one step: of two jobs that try, one gets it.
#>
function Lock-BlobFolder {
    [CmdletBinding()]
    param([Parameter(Mandatory)][hashtable] $Folder, [switch] $BreakLock)
    $name = "$($Folder.Prefix)/lock"
    $blob = Get-BlobFile $Folder lock | Where-Object Name -CEQ $name
    if (-not $blob) {
        Save-BlobObject -Folder $Folder -Name lock -InputObject @{ About = 'Who holds the lease of this blob works on this folder.' }
        $blob = Get-BlobFile $Folder lock | Where-Object Name -CEQ $name
    }
    $job = if ($PSPrivateMetadata.JobId) { "$($PSPrivateMetadata.JobId)" } else { "$([guid]::NewGuid())" }
    $lease = [Azure.Storage.Blobs.Specialized.BlobLeaseClient]::new($blob.BlobBaseClient, $job)
    if ($BreakLock) {
        # Breaking a lock that nobody holds is refused, which is as good.
        try { $null = $lease.Break([timespan]::Zero) } catch { Write-Verbose "There was no lock to break: $($_.Exception.GetBaseException().Message)" }
    }
    $seen = Get-Heartbeat $Folder
    try {
        try { $null = $lease.Acquire([timespan]::FromSeconds(-1)) }
        catch {
            if (-not ($seen.Lease -and [datetimeoffset]::UtcNow - $seen.Time -gt $lockIsStaleAfter)) { throw }
            $null = [Azure.Storage.Blobs.Specialized.BlobLeaseClient]::new($blob.BlobBaseClient, $seen.Lease).Change($job)
            Write-Warning "The lock of '$($Folder.Prefix)' was taken over from a job that was last seen $($seen.Time.ToString('u'))."
        }
    }
    catch {
        throw "Another job works on '$($Folder.Prefix)' (last seen $(if ($seen) { $seen.Time.ToString('u') } else { 'just now' })), or ended without letting go of it: $($_.Exception.GetBaseException().Message) If you know that it is dead, start once with -BreakLock."
    }
    $Folder.Lease = $lease
    try { Save-Heartbeat $Folder }
    catch {
        Unlock-BlobFolder $Folder
        throw
    }
}

<#
.SYNOPSIS
    Lets go of the lock. It never throws, because what ended the job must not be hidden.
#>
function Unlock-BlobFolder {
    [CmdletBinding()]
    param([Parameter(Mandatory)][hashtable] $Folder)
    if (-not $Folder.Lease) { return }
    try { $null = $Folder.Lease.Release() }
    catch { Write-Warning "The lock of '$($Folder.Prefix)' could not be let go: $($_.Exception.GetBaseException().Message) Unless another job holds it, the next one takes it over after $lockIsStaleAfter, or at once with -BreakLock." }
    $Folder.Lease = $null
}

<#
.SYNOPSIS
    Throws unless this job still holds the lock.
#>
function Confirm-BlobLock {
    [CmdletBinding()]
    param([Parameter(Mandatory)][hashtable] $Folder)
    try { $null = $Folder.Lease.Renew() }
    catch { throw "This job does not hold the lock of '$($Folder.Prefix)' any more, and ends: another one may work there. $($_.Exception.GetBaseException().Message)" }
}

<#
.SYNOPSIS
    Shows that the job that holds the lock is alive. Throws when it does not hold it any more.
#>
function Save-Heartbeat {
    [CmdletBinding()]
    param([Parameter(Mandatory)][hashtable] $Folder)
    Confirm-BlobLock $Folder
    Save-BlobObject -Folder $Folder -Name heartbeat -InputObject @{ Time = [datetimeoffset]::UtcNow.ToString('o'); Lease = $Folder.Lease.LeaseId }
}

<#
.SYNOPSIS
    Returns when the holder of the lock was last seen, and the id of its lease. Both are of one blob's content, so that they belong together.
#>
function Get-Heartbeat {
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)][hashtable] $Folder)
    $file = New-TemporaryFile
    try {
        if (Restore-BlobFile -Folder $Folder -Name heartbeat -Path $file) {
            $told = Get-Content -LiteralPath $file -Raw | ConvertFrom-Json
            @{ Time = [datetimeoffset] $told.Time; Lease = $told.Lease }
        }
    }
    finally { Remove-Item -LiteralPath $file -Force }
}
