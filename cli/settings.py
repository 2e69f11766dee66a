"""From the environment to the settings of each process."""

from cli.environment import Environment
from clinic.platform.settings import ClinicSettings, Quotas, Reminding, Review, WaitSettings


def clinic_settings(environment: Environment, database_url: str) -> ClinicSettings:
    return ClinicSettings(
        database_url=database_url,
        api_token=environment.secret("api_token"),
        identity_secret=environment.secret("identity_secret"),
        slot_secret=environment.secret("slot_secret"),
        time_zone=environment.clinic_timezone,
        hold_minutes=environment.hold_minutes,
        reminding=Reminding(
            before=environment.reminders,
            quiet_hours=environment.quiet_hours,
            closing_time=environment.closing_time,
            closing_undo_minutes=environment.closing_undo_minutes,
            no_shows_before_confirming=environment.no_shows_before_confirming,
            confirm_by_hour=environment.confirm_by_hour,
        ),
        waits=WaitSettings(
            per_person=environment.waits_per_person,
            offer_minutes=environment.wait_offer_minutes,
            days=environment.wait_days,
        ),
        rebooking_hours=environment.rebooking_hours,
        review=Review(
            policy=environment.review_policy,
            hours=environment.review_hours,
            margin_minutes=environment.review_margin_minutes,
            default=environment.review_default,
            undo_minutes=environment.undo_minutes,
            take_minutes=environment.take_minutes,
            counter_offer_hours=environment.counter_offer_hours,
            alternatives_hours=environment.alternatives_hours,
        ),
        quotas=Quotas(
            active_holds_per_person=environment.quota_active_holds,
            future_appointments_per_account=environment.quota_future_appointments,
            new_bookings_per_account_hour=environment.quota_bookings_per_hour,
            changes_per_appointment=environment.quota_changes_per_appointment,
            applications_per_account_day=environment.quota_applications_per_day,
        ),
    )
